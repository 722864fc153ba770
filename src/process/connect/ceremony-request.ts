import { isFields, text } from '../fields.js';

/** `publicKey` of options as the contract sends them, `{"publicKey": …}`; empty when they cannot be read. */
function publicKeyOf(options: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(options);
    return isFields(parsed) && isFields(parsed['publicKey']) ? parsed['publicKey'] : {};
  } catch {
    return {};
  }
}

/** The challenge in options, base64url, as Connect's events carry it; `''` when there is none. */
export function rawChallenge(options: string): string {
  return text(publicKeyOf(options)['challenge']);
}

/** Options that tell the browser which authenticator is at hand (WebAuthn Level 3, 5.8.7), unless the server has said so itself. */
export function withHint(options: string, hint: 'client-device' | 'hybrid'): string {
  const publicKey = publicKeyOf(options);
  if (publicKey['challenge'] === undefined || publicKey['hints'] !== undefined) return options;
  return JSON.stringify({ publicKey: { ...publicKey, hints: [hint] } });
}
