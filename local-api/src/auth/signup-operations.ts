import type { LoginIdentifierType, RequestBody } from '../contract.js';
import { validationError } from '../http/api-error.js';
import { normalizeIdentifier } from '../identifiers/identifier.js';
import { checkSignup, hasErrors, signupError } from '../identifiers/signup-form.js';
import { randomToken } from '../random.js';
import type { AuthContext, ProcessAnswer } from './auth-context.js';
import { currentBlock } from './current-block.js';
import { requireStep } from './require-step.js';

const MAX_NAME_LENGTH = 200;

/** Checks the form; no account is made yet, so an abandoned sign-up takes no identifier. */
export async function signupInit(
  context: AuthContext,
  body: RequestBody<'SignupInit'>,
): Promise<ProcessAnswer> {
  const { settings } = context;
  const { state } = context.process;
  requireStep(context, 'init', 'signup-append');
  if (!settings.publicSignup) {
    const error = { code: 'signup_not_allowed', message: 'Sign-up is not open to the public.' };
    return { blockBody: await currentBlock(context, { block: error }) };
  }
  if ((body.fullName ?? '').length > MAX_NAME_LENGTH) {
    const message = `is longer than ${MAX_NAME_LENGTH} characters`;
    throw validationError(`fullName ${message}.`, [{ field: 'fullName', message }]);
  }
  checkTypes(
    context,
    body.identifiers.map((identifier) => identifier.type),
  );
  const typed = { fullName: body.fullName ?? '', identifiers: body.identifiers };
  const { values, errors } = await checkSignup(typed, settings, isTaken(context));
  state.authType = 'signup';
  await context.store.challenges.deleteOf(context.process.id, 'create');
  if (hasErrors(errors)) {
    state.step = { name: 'init' };
    state.signup = typed;
    return { blockBody: await currentBlock(context, { signup: errors }) };
  }
  state.step = { name: 'signup-append', userHandle: randomToken() };
  state.signup = values;
  return { blockBody: await currentBlock(context) };
}

/** Corrects an identifier after the form was accepted. */
export async function identifierUpdate(
  context: AuthContext,
  body: RequestBody<'IdentifierUpdate'>,
): Promise<ProcessAnswer> {
  const { state } = context.process;
  requireStep(context, 'signup-append');
  const { identifierType: type, value } = body;
  checkTypes(context, [type]);
  const identifier = normalizeIdentifier(type, value);
  if (identifier === undefined) {
    return { blockBody: await currentBlock(context, { block: signupError('identifier_invalid_format') }) };
  }
  if (await isTaken(context)({ type, identifier })) {
    return { blockBody: await currentBlock(context, { block: signupError('identifier_already_in_use') }) };
  }
  const others = state.signup.identifiers.filter((given) => given.type !== type);
  state.signup = { ...state.signup, identifiers: [...others, { type, identifier }] };
  // A passkey made for the old identifier would carry its name.
  await context.store.challenges.deleteOf(context.process.id, 'create');
  return { blockBody: await currentBlock(context) };
}

export function isTaken({ store }: AuthContext) {
  return async ({ type, identifier }: { type: LoginIdentifierType; identifier: string }) =>
    (await store.users.findByIdentifier(type, identifier)) !== undefined;
}

function checkTypes({ settings }: AuthContext, types: readonly LoginIdentifierType[]): void {
  for (const type of types) {
    if (!settings.identifiers[type].enabled) {
      const message = `${type} is not used in this project`;
      throw validationError(`${message}.`, [{ field: 'identifiers', message }]);
    }
    if (types.filter((other) => other === type).length > 1) {
      const message = `${type} is given more than once`;
      throw validationError(`${message}.`, [{ field: 'identifiers', message }]);
    }
  }
}
