import type { RequestError } from '../contract.js';
import type { CodeBinding } from '../database/verification-codes.js';
import { hashToken, randomCode, randomToken } from '../random.js';
import type { Settings } from '../settings/settings.js';
import { hashCode } from '../verification/code-hash.js';
import { emailLink } from '../verification/email-link.js';
import { codeMail, codeTextMessage, linkMail } from '../verification/messages.js';
import type { AuthContext } from './auth-context.js';
import type { ProcessStep, VerificationTarget } from './process-state.js';
import { shownIdentifier } from './shown-identifier.js';
import { tooManyAttempts, tooManyCodes } from './verification-errors.js';

/** Steps that wait for a code or link. */
export type VerificationStep = Extract<ProcessStep, { target: VerificationTarget }>;

export const MAX_TRIES = 5;

const HOUR_MS = 3_600_000;

/** A code belongs to its process, to what it is for, and to the identifier it was sent to. */
export function codeBinding({ process }: AuthContext, { name, target }: VerificationStep): CodeBinding {
  return { processId: process.id, purpose: name, ...target };
}

/**
 * Sends a code or link for the step, unless the last one is too recent (`codePauseSeconds`).
 * @returns why the person has none that could still be used, if so
 */
export async function sendCode(
  context: AuthContext,
  step: VerificationStep,
): Promise<RequestError | undefined> {
  const { store, settings, now } = context;
  const { target } = step;
  context.limitIdentifier(target.identifier);
  const binding = codeBinding(context, step);
  const [newest] = await store.verificationCodes.list(binding);
  if (newest && newest.usedAt === undefined && pauseEnd(settings, newest.createdAt) > now) {
    return newest.tries >= MAX_TRIES ? tooManyAttempts : undefined;
  }
  const sent = await store.verificationCodes.sentInLastHour(target.type, target.identifier);
  if (sent.length >= settings.codesPerHour) return tooManyCodes;
  await (target.method === 'email-link' ? sendLink(context, step) : sendDigits(context, step));
  return undefined;
}

/** From when on another code can be asked for, unix seconds; `undefined` when at once. */
export async function retryNotBefore(
  context: AuthContext,
  step: VerificationStep,
): Promise<number | undefined> {
  const { store, settings } = context;
  const { type, identifier } = step.target;
  const [newest] = await store.verificationCodes.list(codeBinding(context, step));
  const sent = await store.verificationCodes.sentInLastHour(type, identifier);
  const firstThatCounts = sent.at(-settings.codesPerHour);
  const limits = [
    newest && pauseEnd(settings, newest.createdAt),
    sent.length >= settings.codesPerHour && firstThatCounts ? firstThatCounts + HOUR_MS : undefined,
  ].filter((limit) => limit !== undefined);
  return limits.length === 0 ? undefined : Math.ceil(Math.max(...limits) / 1000);
}

async function sendDigits(context: AuthContext, step: VerificationStep): Promise<void> {
  const code = randomCode();
  const message = step.target.method === 'phone-otp' ? codeTextMessage : codeMail;
  await keep(context, step, code);
  await context.store.outbox.add(message(occasion(context, step), code));
}

async function sendLink(context: AuthContext, step: VerificationStep): Promise<void> {
  const { process, projectId, ownUrl, settings, now } = context;
  const token = randomToken();
  const tempId = randomToken();
  await keep(context, step, token, tempId);
  const content = {
    blockData: {
      identifier: shownIdentifier(context, step),
      retryNotBefore: Math.ceil(pauseEnd(settings, now) / 1000),
      verificationMethod: step.target.method,
      isPostLoginVerification: step.name === 'post-login-verify',
    },
    authType: process.state.authType,
    process: {
      tempId,
      projectId,
      expires: Math.floor(now / 1000) + settings.codeLifetimeSeconds,
      frontendApiUrl: ownUrl,
    },
  };
  const page = new URL(settings.emailLinkPath, process.origin);
  const link = emailLink(page, content, token);
  await context.store.outbox.add(linkMail(occasion(context, step), link));
}

async function keep(
  context: AuthContext,
  step: VerificationStep,
  code: string,
  tempId?: string,
): Promise<void> {
  const salt = randomToken();
  await context.store.verificationCodes.add({
    ...codeBinding(context, step),
    salt,
    codeHash: hashCode(code, salt),
    ...(tempId !== undefined && { tempIdHash: hashToken(tempId) }),
    lifetimeMs: context.settings.codeLifetimeSeconds * 1000,
  });
}

function occasion({ settings, process }: AuthContext, { target }: VerificationStep) {
  const { hostname: host } = new URL(process.origin);
  const { appName, codeLifetimeSeconds: lifetimeSeconds } = settings;
  return { to: target.identifier, appName, host, lifetimeSeconds };
}

/** When the next code may be sent, milliseconds. */
function pauseEnd({ codePauseSeconds }: Settings, createdAt: number): number {
  return createdAt + codePauseSeconds * 1000;
}
