import { isDeepStrictEqual } from 'node:util';
import { canBeHere } from '../auth/other-device.js';
import { passkeyOperation } from '../auth/complete-process.js';
import { acceptRegistration, newCredential } from '../ceremonies/accept-registration.js';
import { issueCreationOptions } from '../ceremonies/issue-options.js';
import type { RequestBody, ResponseBody } from '../contract.js';
import type { ConnectTokenSubject } from '../database/connect-tokens.js';
import type { Credential } from '../database/credentials.js';
import type { User } from '../database/users.js';
import { processNotAvailable, validationError } from '../http/api-error.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import { randomToken } from '../random.js';
import { refusedPasskey } from '../users/refused-passkey.js';
import { authenticatorDetails } from '../webauthn/authenticators.js';
import { ceremonyType } from '../webauthn/ceremony-type.js';
import { defaultPolicy, silentCreationPolicy } from '../webauthn/policy.js';
import { appendDecision, type AppendDecision } from './append-decision.js';
import type { ConnectContext } from './connect-context.js';
import { connectIdentifier, identifierOf } from './connect-identifier.js';
import { consumeConnectToken } from './consume-connect-token.js';
import { recordDecision } from './decisions.js';
import { openConnectProcess } from './open-connect-process.js';
import { isRestrictedBrowser } from './restricted-browser.js';
import { isIdentifierAllowed } from './rollout.js';

type StartReq = RequestBody<'ConnectAppendStart'>;
type StartRsp = ResponseBody<'ConnectAppendStart'>;

export async function connectAppendInit(
  request: RequestContext,
  body: RequestBody<'ConnectAppendInit'>,
): Promise<Answer<ResponseBody<'ConnectAppendInit'>>> {
  const opened = await openConnectProcess(request, body);
  const { context, token, common, newClientState } = opened;
  const { process, settings, store } = context;
  const { platformAuthenticator } = process.state.client;
  const appendAllowed =
    settings.connectAppend !== 'off' && opened.isRolledOut && platformAuthenticator !== false;
  process.state.allowed.append = appendAllowed;
  await recordDecision(context, 'append/init', appendAllowed ? 'allows an offer' : 'keeps the offer back');
  await store.connectProcesses.save(process);
  return {
    body: {
      processID: token,
      ...common,
      ...(newClientState !== undefined && { newClientState }),
      appendAllowed,
    },
  };
}

/** Says whether a passkey is to be made, and how; empty options say that it is not. */
export async function connectAppendStart(context: ConnectContext, body: StartReq): Promise<StartRsp> {
  const { process } = context;
  const { allowed } = process.state;
  const isForced = body.forcePasskeyAppend ?? false;
  if (allowed.append === undefined && allowed.manage === undefined) {
    throw validationError('append/init or manage/init comes before append/start.');
  }
  const subject = await consumeConnectToken(
    context,
    body.appendTokenValue,
    'passkey-append',
    'appendTokenValue',
  );
  delete process.state.append;
  const user = await findOrCreateUser(context, subject);
  const existing = await context.store.credentials.listUsable(user.id, context.rpId);
  const isAllowed = isForced ? (allowed.manage ?? allowed.append) : allowed.append;
  const decision = isAllowed ? await decide(context, user, existing, isForced) : undefined;
  return decision ? offer(context, subject, user, existing, decision) : refusal(context, subject);
}

/** The site's server vouches for the person, so there is nothing to prove. */
async function findOrCreateUser(
  { store }: RequestContext,
  { identifier: value, displayName }: ConnectTokenSubject,
): Promise<User> {
  const { identifier } = connectIdentifier(value);
  const known = await store.users.findByConnectIdentifier(identifier);
  if (known) return known;
  return store.users.create({
    userHandle: randomToken(),
    fullName: displayName,
    identifiers: [],
    verified: [],
    connectIdentifier: identifier,
  });
}

async function decide(
  { process, settings, store, headers, now }: ConnectContext,
  user: User,
  existing: readonly Credential[],
  isForced: boolean,
): Promise<AppendDecision | undefined> {
  const { client, signIn, loginErrors, noCredentials } = process.state;
  const onDevice = await store.credentials.listOnDevice(user.id, client.clientEnvHandle);
  const declinedAt = await store.events.lastAt(user.id, 'append-explicit-abort');
  return appendDecision(settings, {
    isForced,
    isIdentifierAllowed: isIdentifierAllowed(settings.connectIdentifierRules, identifierOf(user).identifier),
    isRestrictedBrowser: isRestrictedBrowser(headers.get('user-agent') ?? ''),
    // A login of the site's own counts as a code does in the auth process: something else than a passkey.
    method: signIn?.userId === user.id ? signIn.method : 'code',
    hasPasskey: existing.length > 0,
    client: {
      ...client,
      ...(declinedAt !== undefined && { passkeyAppendShown: Math.floor(declinedAt / 1000) }),
    },
    loginErrors,
    noCredentials: noCredentials || !existing.some((credential) => canBeHere(credential, client, onDevice)),
    optedOutAfterHybrid: await store.events.hasOptedOut(user.id, 'after-hybrid'),
    optedOutAfterError: await store.events.hasOptedOut(user.id, 'after-error'),
    nowSeconds: Math.floor(now / 1000),
  });
}

async function offer(
  context: ConnectContext,
  { displayName, customData }: ConnectTokenSubject,
  user: User,
  existing: readonly Credential[],
  decision: AppendDecision,
): Promise<StartRsp> {
  const { process, settings, now } = context;
  const lifetimeMs = settings.connectAppendLifetimeSeconds * 1000;
  const subject = {
    userHandle: user.userHandle,
    userName: identifierOf(user).identifier,
    displayName,
    existing,
  };
  const policy = decision.conditionalAppend ? silentCreationPolicy : defaultPolicy;
  process.state.append = { userId: user.id, conditional: decision.conditionalAppend, customData };
  return {
    attestationOptions: await issueCreationOptions(context, process.id, subject, { lifetimeMs, policy }),
    ...decision,
    isRestrictedBrowser: false,
    expiresMs: now + lifetimeMs,
    ...(customData && { customData }),
  };
}

function refusal({ headers, now }: ConnectContext, { customData }: ConnectTokenSubject): StartRsp {
  return {
    attestationOptions: '',
    variant: 'default',
    isRestrictedBrowser: isRestrictedBrowser(headers.get('user-agent') ?? ''),
    autoAppend: false,
    conditionalAppend: false,
    expiresMs: now,
    ...(customData && { customData }),
  };
}

/** Stores the new passkey. One made without a prompt is taken only where that was asked for. */
export async function connectAppendFinish(
  context: ConnectContext,
  body: RequestBody<'ConnectAppendFinish'>,
): Promise<ResponseBody<'ConnectAppendFinish'>> {
  const { process, store, now } = context;
  const { append, client } = process.state;
  if (!append) throw validationError('append/start comes before append/finish.');
  requireSameData(append.customData, body.customData);
  const user = await store.users.find(append.userId);
  if (!user) throw processNotAvailable();
  const isSilent = append.conditional && body.completionType === 'conditional';
  const credential = await acceptRegistration(context, {
    owner: process.id,
    userHandle: user.userHandle,
    text: body.attestationResponse,
    field: 'attestationResponse',
    policy: isSilent ? silentCreationPolicy : defaultPolicy,
  });
  if (!credential) throw refusedPasskey();
  const stored = await store.credentials.create(newCredential(context, user.id, credential));
  const type = ceremonyType(credential.attachment, credential.transports);
  if (type === 'local') await store.credentials.recordDevice(stored.id, client.clientEnvHandle);
  const details = authenticatorDetails(credential.aaguid);
  const operation = passkeyOperation('append', identifierOf(user), type, details);
  process.state.lastLogin = { operation, ts: now };
  delete process.state.append;
  return { passkeyOperation: operation };
}

/** `customData` goes back as it came, or not at all. */
function requireSameData(sent: Record<string, string> = {}, received?: Record<string, string>): void {
  if (received === undefined || isDeepStrictEqual(received, sent)) return;
  const message = 'is not what append/start answered';
  throw validationError(`customData ${message}.`, [{ field: 'customData', message }]);
}
