import {
  issueConditionalOptions,
  issueCreationOptions,
  issueRequestOptions,
} from '../ceremonies/issue-options.js';
import type { AuthType, BlockBody, LoginIdentifier, RequestError } from '../contract.js';
import type { SignupErrors } from '../identifiers/signup-form.js';
import { primaryIdentifier, processUser, type AuthContext } from './auth-context.js';
import {
  loginInitBlock,
  passkeyAppendBlock,
  passkeyAppendedBlock,
  passkeyVerifyBlock,
  signupInitBlock,
  verifyIdentifierBlock,
  type LoginErrors,
} from './blocks.js';
import { passkeyIconSet } from './client-environment.js';
import { noFallback } from './passkey-errors.js';
import type { ProcessState, ProcessStep, VerificationTarget } from './process-state.js';
import { retryNotBefore, type VerificationStep } from './send-code.js';
import { shownIdentifier, shownTarget } from './shown-identifier.js';
import { socialData, socialError } from './social-data.js';
import { termsOfServiceBlock } from './terms-of-service-block.js';
import { signupIdentifiers, verificationTargets } from './verification-targets.js';

/** What an answer adds to the block of its step. */
export interface BlockExtras {
  signup?: SignupErrors;
  login?: LoginErrors;
  /** `data.error` of a block that waits for a code or link */
  verification?: RequestError;
  /** `data.error` of an init block */
  init?: RequestError;
  /** Where a social login that was just started goes on */
  oauthUrl?: string;
  /** `blockBody.error` */
  block?: RequestError;
}

/** Draws up the block of the process's present step; passkey blocks get a fresh challenge each time. */
export async function currentBlock(context: AuthContext, extras: BlockExtras = {}): Promise<BlockBody> {
  const block = await blockOfStep(context, context.process.state.step, extras);
  return extras.block ? { ...block, error: extras.block } : block;
}

/** Which init block a page wants first; a wish that is none leaves things as they are. */
export function initAuthType(context: AuthContext, preferredBlock?: string | null): AuthType {
  if (preferredBlock === 'login-init') return 'login';
  if (preferredBlock === 'signup-init') return 'signup';
  return context.process.state.authType;
}

async function blockOfStep(context: AuthContext, step: ProcessStep, extras: BlockExtras): Promise<BlockBody> {
  switch (step.name) {
    case 'init':
      return initBlock(context, extras);
    case 'signup-append':
      return signupAppendBlock(context, step);
    case 'signup-terms':
      return termsOfServiceBlock(context.process.state.authType);
    case 'login-append':
      return loginAppendBlock(context, step);
    case 'verify':
      return verifyBlock(context, step);
    case 'signup-verify':
    case 'login-verify':
    case 'post-login-verify':
      return codeBlock(context, step, extras.verification);
    case 'appended':
      return passkeyAppendedBlock(context.process.state.authType);
  }
}

async function initBlock(context: AuthContext, extras: BlockExtras): Promise<BlockBody> {
  const { settings, process } = context;
  const challenge = settings.conditionalUi ? await issueConditionalOptions(context, process.id) : undefined;
  const social = socialData(context, extras.oauthUrl);
  const error = extras.init ?? socialError(context);
  const login = loginInitBlock(process.state, settings, social, challenge, { error, ...extras.login });
  if (!settings.publicSignup) return login;
  const signup = signupInitBlock(process.state, settings, social, extras.signup, error);
  return initAuthType(context) === 'login'
    ? { ...login, alternatives: [signup] }
    : { ...signup, alternatives: [login] };
}

async function signupAppendBlock(
  context: AuthContext,
  step: Extract<ProcessStep, { name: 'signup-append' }>,
): Promise<BlockBody> {
  const { settings, process } = context;
  const identifier = primaryIdentifier(settings, signupIdentifiers(context));
  const challenge = await issueCreationOptions(context, process.id, {
    userHandle: step.userHandle,
    userName: identifier.identifier,
    displayName: process.state.signup.fullName,
    existing: [],
  });
  return passkeyAppendBlock({
    challenge,
    identifier,
    variant: 'default',
    autoSubmit: settings.autoSubmit,
    passkeyIconSet: iconSet(context, process.state),
    fallbacks: fallbackBlocks(context, await verificationTargets(context, step)),
    skippable: settings.passkeyAppendAtSignup === 'optional',
    authType: 'signup',
  });
}

async function loginAppendBlock(
  context: AuthContext,
  { signIn, variant }: Extract<ProcessStep, { name: 'login-append' }>,
): Promise<BlockBody> {
  const { settings, store, process, rpId } = context;
  const user = await processUser(context, signIn.userId);
  const challenge = await issueCreationOptions(context, process.id, {
    userHandle: user.userHandle,
    userName: primaryIdentifier(settings, user.identifiers).identifier,
    displayName: user.fullName,
    existing: await store.credentials.listUsable(user.id, rpId),
  });
  return passkeyAppendBlock({
    challenge,
    identifier: signIn.identifier,
    variant,
    autoSubmit: settings.autoSubmit,
    passkeyIconSet: iconSet(context, process.state),
    fallbacks: [],
    skippable: true,
    authType: process.state.authType,
  });
}

async function verifyBlock(
  context: AuthContext,
  step: Extract<ProcessStep, { name: 'verify' }>,
): Promise<BlockBody> {
  const { store, process, rpId } = context;
  const { userId, identifier, crossDevice } = step;
  const user = await processUser(context, userId);
  const credentials = await store.credentials.listUsable(userId, rpId);
  if (credentials.length === 0) {
    process.state.step = { name: 'init' };
    return { ...(await initBlock(context, {})), error: noFallback };
  }
  const challenge = await issueRequestOptions(context, process.id, user.userHandle, credentials);
  const alternatives = fallbackBlocks(context, await verificationTargets(context, step), identifier);
  return passkeyVerifyBlock(challenge, identifier.identifier, crossDevice, alternatives);
}

async function codeBlock(
  context: AuthContext,
  step: VerificationStep,
  error: RequestError | undefined,
): Promise<BlockBody> {
  const [, ...others] = await verificationTargets(context, step);
  const named = step.name === 'login-verify' ? step.identifier : undefined;
  return verifyIdentifierBlock(context.process.state.authType, {
    method: step.target.method,
    identifier: shownIdentifier(context, step),
    retryNotBefore: await retryNotBefore(context, step),
    alternatives: others.map((target) => ({
      verificationMethod: target.method,
      identifier: shownTarget(context.settings, target, named),
    })),
    isPostLogin: step.name === 'post-login-verify',
    error,
  });
}

/** Alternatives that only say what may be asked for; nothing has been sent. */
function fallbackBlocks(
  { settings, process }: AuthContext,
  targets: readonly VerificationTarget[],
  named?: LoginIdentifier,
): BlockBody[] {
  return targets.map((target) =>
    verifyIdentifierBlock(process.state.authType, {
      method: target.method,
      identifier: shownTarget(settings, target, named),
    }),
  );
}

function iconSet({ headers }: AuthContext, { client }: ProcessState) {
  return passkeyIconSet(client.platform ?? '', headers.get('user-agent') ?? '');
}
