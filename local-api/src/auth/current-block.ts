import {
  issueConditionalOptions,
  issueCreationOptions,
  issueRequestOptions,
} from '../ceremonies/issue-options.js';
import type { AuthType, BlockBody, RequestError } from '../contract.js';
import type { SignupErrors } from '../identifiers/signup-form.js';
import { primaryIdentifier, processUser, type AuthContext } from './auth-context.js';
import {
  loginInitBlock,
  passkeyAppendBlock,
  passkeyAppendedBlock,
  passkeyVerifyBlock,
  signupInitBlock,
  type LoginErrors,
} from './blocks.js';
import { passkeyIconSet } from './client-environment.js';
import type { ProcessState, ProcessStep } from './process-state.js';

export interface BlockErrors {
  signup?: SignupErrors;
  login?: LoginErrors;
  /** `blockBody.error` */
  block?: RequestError;
}

/** The person has no passkey for this site, and without verification there is no other way in. */
const noFallback: RequestError = {
  code: 'no_fallback_available',
  message: 'There is no passkey for this account.',
};

/** Draws up the block of the process's present step; passkey blocks get a fresh challenge each time. */
export async function currentBlock(context: AuthContext, errors: BlockErrors = {}): Promise<BlockBody> {
  const block = await blockOfStep(context, context.process.state.step, errors);
  return errors.block ? { ...block, error: errors.block } : block;
}

/** Which init block a page wants first; a wish that is none leaves things as they are. */
export function initAuthType(context: AuthContext, preferredBlock?: string | null): AuthType {
  if (preferredBlock === 'login-init') return 'login';
  if (preferredBlock === 'signup-init') return 'signup';
  return context.process.state.authType;
}

async function blockOfStep(context: AuthContext, step: ProcessStep, errors: BlockErrors): Promise<BlockBody> {
  switch (step.name) {
    case 'init':
      return initBlock(context, errors);
    case 'signup-append':
      return signupAppendBlock(context, step);
    case 'login-append':
      return loginAppendBlock(context, step);
    case 'verify':
      return verifyBlock(context, step);
    case 'appended':
      return passkeyAppendedBlock(context.process.state.authType);
  }
}

async function initBlock(context: AuthContext, errors: BlockErrors): Promise<BlockBody> {
  const { settings, process } = context;
  const challenge = settings.conditionalUi ? await issueConditionalOptions(context, process.id) : undefined;
  const login = loginInitBlock(process.state, settings, challenge, errors.login);
  if (!settings.publicSignup) return login;
  const signup = signupInitBlock(process.state, settings, errors.signup);
  return initAuthType(context) === 'login'
    ? { ...login, alternatives: [signup] }
    : { ...signup, alternatives: [login] };
}

async function signupAppendBlock(
  context: AuthContext,
  { userHandle }: Extract<ProcessStep, { name: 'signup-append' }>,
): Promise<BlockBody> {
  const { settings, process } = context;
  const { fullName, identifiers } = process.state.signup;
  const identifier = primaryIdentifier(
    settings,
    identifiers.map(({ type, identifier: value }) => ({ type, value })),
  );
  const challenge = await issueCreationOptions(context, process.id, {
    userHandle,
    userName: identifier.identifier,
    displayName: fullName,
    existing: [],
  });
  return passkeyAppendBlock({
    challenge,
    identifier,
    variant: 'default',
    autoSubmit: settings.autoSubmit,
    passkeyIconSet: iconSet(context, process.state),
    skippable: settings.passkeyAppendAtSignup === 'optional',
    authType: 'signup',
  });
}

async function loginAppendBlock(
  context: AuthContext,
  { userId, identifier, variant }: Extract<ProcessStep, { name: 'login-append' }>,
): Promise<BlockBody> {
  const { settings, store, process, rpId } = context;
  const user = await processUser(context, userId);
  const challenge = await issueCreationOptions(context, process.id, {
    userHandle: user.userHandle,
    userName: primaryIdentifier(settings, user.identifiers).identifier,
    displayName: user.fullName,
    existing: await store.credentials.listUsable(user.id, rpId),
  });
  return passkeyAppendBlock({
    challenge,
    identifier,
    variant,
    autoSubmit: settings.autoSubmit,
    passkeyIconSet: iconSet(context, process.state),
    skippable: true,
    authType: 'login',
  });
}

async function verifyBlock(
  context: AuthContext,
  { userId, identifier, crossDevice }: Extract<ProcessStep, { name: 'verify' }>,
): Promise<BlockBody> {
  const { store, process, rpId } = context;
  const user = await processUser(context, userId);
  const credentials = await store.credentials.listUsable(userId, rpId);
  if (credentials.length === 0) {
    process.state.step = { name: 'init' };
    return { ...(await initBlock(context, {})), error: noFallback };
  }
  const challenge = await issueRequestOptions(context, process.id, user.userHandle, credentials);
  return passkeyVerifyBlock(challenge, identifier.identifier, crossDevice);
}

function iconSet({ headers }: AuthContext, { client }: ProcessState) {
  return passkeyIconSet(client.platform ?? '', headers.get('user-agent') ?? '');
}
