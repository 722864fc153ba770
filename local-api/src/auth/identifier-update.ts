import type { LoginIdentifier, RequestBody } from '../contract.js';
import { validationError } from '../http/api-error.js';
import { normalizeIdentifier } from '../identifiers/identifier.js';
import { signupError } from '../identifiers/signup-form.js';
import { processUser, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { currentBlock } from './current-block.js';
import { isTaken } from './is-taken.js';
import type { ProcessStep } from './process-state.js';
import { requireStep } from './require-step.js';
import { checkTypes } from './signup-operations.js';
import { startVerification } from './start-verification.js';

type Step<Name> = Extract<ProcessStep, { name: Name }>;

/**
 * Corrects an identifier: at sign-up any of the form, after a sign-in the one that is to be proved. Where
 * a code is waited for, one goes to the new identifier.
 */
export async function identifierUpdate(
  context: AuthContext,
  body: RequestBody<'IdentifierUpdate'>,
): Promise<ProcessAnswer> {
  const step = requireStep(context, 'signup-append', 'signup-verify', 'post-login-verify');
  const { identifierType: type, value } = body;
  checkTypes(context, [type]);
  const identifier = normalizeIdentifier(type, value);
  if (identifier === undefined) {
    return { blockBody: await currentBlock(context, { block: signupError('identifier_invalid_format') }) };
  }
  context.limitIdentifier(identifier);
  if (await isSame(context, step, { type, identifier })) return { blockBody: await currentBlock(context) };
  if (await isTaken(context)({ type, identifier })) {
    return { blockBody: await currentBlock(context, { block: signupError('identifier_already_in_use') }) };
  }
  if (step.name === 'post-login-verify') return updateAccount(context, step, { type, identifier });
  return updateSignup(context, step, { type, identifier });
}

async function isSame(
  context: AuthContext,
  step: Step<'signup-append' | 'signup-verify' | 'post-login-verify'>,
  { type, identifier }: LoginIdentifier,
): Promise<boolean> {
  const given =
    step.name === 'post-login-verify'
      ? (await processUser(context, step.signIn.userId)).identifiers.map((one) => ({
          type: one.type,
          identifier: one.value,
        }))
      : context.process.state.signup.identifiers;
  return given.some((one) => one.type === type && one.identifier === identifier);
}

async function updateSignup(
  context: AuthContext,
  step: Step<'signup-append' | 'signup-verify'>,
  changed: LoginIdentifier,
): Promise<ProcessAnswer> {
  const { state, id } = context.process;
  const others = state.signup.identifiers.filter(({ type }) => type !== changed.type);
  state.signup = { ...state.signup, identifiers: [...others, changed] };
  if (step.name === 'signup-append') {
    // A passkey made for the old identifier would carry its name.
    await context.store.challenges.deleteOf(id, 'create');
    return { blockBody: await currentBlock(context) };
  }
  const verified = step.draft.verified.filter((type) => type !== changed.type);
  const draft = { ...step.draft, verified };
  if (step.target.type !== changed.type) {
    state.step = { ...step, draft };
    return { blockBody: await currentBlock(context) };
  }
  const target = { ...step.target, identifier: changed.identifier };
  return startVerification(context, { name: 'signup-verify', target, draft });
}

async function updateAccount(
  context: AuthContext,
  { signIn, target }: Step<'post-login-verify'>,
  { type, identifier }: LoginIdentifier,
): Promise<ProcessAnswer> {
  if (type !== target.type) {
    const message = 'is not the identifier that is to be verified';
    throw validationError(`${type} ${message}.`, [{ field: 'identifierType', message }]);
  }
  await context.store.users.replacePending(signIn.userId, type, identifier);
  const changed = { ...target, identifier };
  const isNamed = signIn.identifier.type === type;
  return startVerification(context, {
    name: 'post-login-verify',
    target: changed,
    signIn: isNamed ? { ...signIn, identifier: { type, identifier } } : signIn,
  });
}
