import type { Credential } from '../database/credentials.js';
import type { RequestContext } from '../http/request-context.js';
import { creationOptions, requestOptions } from '../webauthn/ceremony-options.js';
import { CEREMONY_TIMEOUT_MS, defaultPolicy, type CeremonyPolicy } from '../webauthn/policy.js';

/** An autofill request waits until the person looks at the form, so its challenge lives longer. */
const CONDITIONAL_LIFETIME_MS = 600_000;

export interface PasskeySubject {
  userHandle: string;
  userName: string;
  displayName: string;
  /** Passkeys the person has already; the authenticator refuses to make another beside them. */
  existing: readonly Credential[];
}

interface CreationTerms {
  lifetimeMs?: number;
  policy?: Pick<CeremonyPolicy, 'userVerification'>;
}

/** Creation options with a fresh challenge bound to `owner` (a process or a session) and this person. */
export async function issueCreationOptions(
  { store, settings, rpId }: RequestContext,
  owner: string,
  subject: PasskeySubject,
  { lifetimeMs = CEREMONY_TIMEOUT_MS, policy = defaultPolicy }: CreationTerms = {},
): Promise<string> {
  const challenge = await store.challenges.issue({
    owner,
    purpose: 'create',
    rpId,
    userHandle: subject.userHandle,
    credentialIds: subject.existing.map((credential) => credential.credentialId),
    lifetimeMs,
  });
  return creationOptions({
    challenge,
    rpId,
    rpName: settings.appName,
    userHandle: subject.userHandle,
    userName: subject.userName,
    displayName: subject.displayName || subject.userName,
    excludeCredentials: subject.existing,
    timeoutMs: lifetimeMs,
    userVerification: policy.userVerification,
  });
}

/** Request options for the passkeys of one person. */
export async function issueRequestOptions(
  { store, rpId }: RequestContext,
  owner: string,
  userHandle: string,
  credentials: readonly Credential[],
): Promise<string> {
  const challenge = await store.challenges.issue({
    owner,
    purpose: 'get',
    rpId,
    userHandle,
    credentialIds: credentials.map((credential) => credential.credentialId),
    lifetimeMs: CEREMONY_TIMEOUT_MS,
  });
  return requestOptions({ challenge, rpId, allowCredentials: credentials });
}

/** Request options for autofill: any passkey of this site. */
export async function issueConditionalOptions(
  { store, rpId }: RequestContext,
  owner: string,
  lifetimeMs = CONDITIONAL_LIFETIME_MS,
): Promise<string> {
  const challenge = await store.challenges.issue({
    owner,
    purpose: 'conditional',
    rpId,
    credentialIds: [],
    lifetimeMs,
  });
  return requestOptions({ challenge, rpId, allowCredentials: [] });
}
