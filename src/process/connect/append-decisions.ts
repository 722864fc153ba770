import type { ConnectAppendStartRsp, PasskeyOperation } from '../../api/types.js';
import { FRESH_MS } from '../drivers/challenges.js';
import type { AppendDoneData, AppendOfferData } from '../step.js';

/** What an answer of `append/start` offers; kept until it is used or over. */
export interface AppendOffer {
  readonly options: string;
  readonly variant: AppendOfferData['variant'];
  /** Handed to the page and back to the server, unchanged. */
  readonly customData: Readonly<Record<string, string>> | undefined;
  /** A passkey may be made without a prompt. */
  readonly conditional: boolean;
  /** The prompt may open by itself. */
  readonly auto: boolean;
  /** How long the options may be used from now on, milliseconds. */
  readonly freshMs: number;
}

/** Answers carry the end of their options as a unix time; one that is shorter can only be a span. */
const FIRST_UNIX_MS = 1_000_000_000_000;
/** Time for the prompt and the way back to the server. */
const PROMPT_MS = 60_000;

/**
 * Reads `append/start` (behaviour.md 8.4); `undefined` where no passkey is to be offered.
 * @param now unix milliseconds, by the server's clock where it is known
 */
export function readOffer(answer: ConnectAppendStartRsp, now: number): AppendOffer | undefined {
  const { attestationOptions: options, variant, customData } = answer;
  if (options === '') return undefined;
  return {
    options,
    variant: variant === 'after-hybrid' || variant === 'after-error' ? variant : 'default',
    customData,
    conditional: answer.conditionalAppend === true,
    auto: answer.autoAppend === true,
    freshMs: freshFor(answer.expiresMs, now),
  };
}

/** A short life leaves at least half of it; a missing or odd one counts as the usual. */
function freshFor(expiresMs: unknown, now: number): number {
  if (typeof expiresMs !== 'number' || !(expiresMs > 0)) return FRESH_MS;
  const life = expiresMs < FIRST_UNIX_MS ? expiresMs : expiresMs - now;
  return Math.min(FRESH_MS, Math.max(life - PROMPT_MS, life / 2, 0));
}

/** What the last screen says of a new passkey. */
export function doneData({ aaguidDetails }: PasskeyOperation): AppendDoneData {
  const { name = '', iconLight } = aaguidDetails ?? {};
  return { existed: false, authenticator: name.slice(0, 64), ...(iconLight && { icon: iconLight }) };
}
