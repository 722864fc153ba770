import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { SealedAnswers } from '../database/sealed-answers.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** How long the answer that completed a process can be asked for again, milliseconds. */
const KEPT_MS = 120_000;

/** A request as its sender can repeat it. */
export interface RepeatableRequest {
  processId: string;
  processToken: string;
  operationId: string;
  body: unknown;
}

/**
 * Keeps the answer that completed a process, because it may get lost on its way while the challenge it
 * was given for is used up. The very same request gets it again for two minutes. It holds tokens of
 * which the database knows only hashes, so it is encrypted with a key made of the process token and the
 * request, neither of which is stored.
 */
export async function sealAnswer(answers: SealedAnswers, request: RepeatableRequest, answer: unknown) {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key(request), nonce);
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]);
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
  await answers.add(request.processId, requestHash(request), sealed, KEPT_MS);
}

/** The answer to the very same request, `undefined` when there is none or no longer one. */
export async function openAnswer<T>(
  answers: SealedAnswers,
  request: RepeatableRequest,
): Promise<T | undefined> {
  const sealed = await answers.find(request.processId, requestHash(request));
  if (!sealed) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key(request), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const encrypted = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  return JSON.parse(Buffer.concat([decipher.update(encrypted), decipher.final()]).toString()) as T;
}

function requestText({ operationId, body }: RepeatableRequest): string {
  return `${operationId}\n${JSON.stringify(body ?? null)}`;
}

function requestHash(request: RepeatableRequest): string {
  return createHash('sha256').update(requestText(request)).digest('base64url');
}

function key(request: RepeatableRequest): Buffer {
  const info = createHash('sha256').update(requestText(request)).digest();
  return Buffer.from(hkdfSync('sha256', request.processToken, request.processId, info, 32));
}
