import { setTimeout as delay } from 'node:timers/promises';
import type { FieldError } from '../http/api-error.js';

/**
 * A planned misbehaviour of one operation, for tests of what pages do when the API fails.
 */
export interface Fault {
  /** `operationId` of the contract, or a path. */
  operation: string;
  /** How many calls misbehave. */
  times: number;
  /** Wait before anything else, milliseconds. */
  delayMs: number;
  /** `request`: the operation is not carried out; `answer`: it is, but its answer is lost. */
  lose: 'request' | 'answer';
  /**
   * What the page sees: an error status with the envelope, a cut connection, a body that is no JSON,
   * no body at all, or (`none`) the real answer, only later.
   */
  effect: 'status' | 'drop' | 'html' | 'empty' | 'truncated' | 'none';
  /** With `status`. */
  status: number;
  /** `Retry-After` header, seconds. */
  retryAfterSeconds?: number;
}

const EFFECTS: readonly string[] = ['status', 'drop', 'html', 'empty', 'truncated', 'none'];

export type FaultResult = { ok: true; fault: Fault } | { ok: false; errors: FieldError[] };

const checks: Record<keyof Fault, (value: unknown) => string | undefined> = {
  operation: (value) =>
    typeof value === 'string' && value !== '' ? undefined : 'must be an operationId or a path',
  times: wholeNumber(1, 1000),
  delayMs: wholeNumber(0, 60_000),
  lose: (value) => (value === 'request' || value === 'answer' ? undefined : 'must be request or answer'),
  effect: (value) =>
    EFFECTS.some((known) => known === value) ? undefined : `must be one of ${EFFECTS.join(', ')}`,
  status: wholeNumber(400, 599),
  retryAfterSeconds: wholeNumber(0, 3600),
};

/** Completes and checks the description of a fault. Only `operation` must be given. */
export function parseFault(body: unknown): FaultResult {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { ok: false, errors: [{ field: 'body', message: 'must be an object' }] };
  }
  const given = body as Record<string, unknown>;
  const errors = Object.entries(given).flatMap(([field, value]) => {
    const message = Object.hasOwn(checks, field) ? checks[field as keyof Fault](value) : 'is not known';
    return message === undefined ? [] : [{ field, message }];
  });
  if (given['operation'] === undefined) errors.push({ field: 'operation', message: 'is required' });
  if (errors.length > 0) return { ok: false, errors };
  const defaults: Fault = {
    operation: '',
    times: 1,
    delayMs: 0,
    lose: 'request',
    effect: 'status',
    status: 503,
  };
  return { ok: true, fault: { ...defaults, ...(given as Partial<Fault>) } };
}

/** The faults in force. */
export class Faults {
  #faults: Fault[] = [];

  get all(): readonly Fault[] {
    return this.#faults;
  }

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault due for a call, counted down; waits its delay. */
  async take(operationId: string, path: string): Promise<Fault | undefined> {
    const fault = this.#faults.find(({ operation }) => operation === operationId || operation === path);
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#faults = this.#faults.filter((other) => other !== fault);
    await delay(fault.delayMs);
    return fault;
  }
}

function wholeNumber(least: number, most: number) {
  return (value: unknown) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `must be a whole number from ${least} to ${most}`;
}
