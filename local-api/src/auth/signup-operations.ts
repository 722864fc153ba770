import type { LoginIdentifierType, RequestBody } from '../contract.js';
import { validationError } from '../http/api-error.js';
import { checkSignup, hasErrors } from '../identifiers/signup-form.js';
import { randomToken } from '../random.js';
import type { AuthContext, ProcessAnswer } from './auth-context.js';
import { continueSignup } from './continue-signup.js';
import { currentBlock } from './current-block.js';
import { isTaken } from './is-taken.js';
import { requireStep } from './require-step.js';
import { startVerification } from './start-verification.js';
import { fallbacks } from './verification-policy.js';
import { signupIdentifiers } from './verification-targets.js';

const MAX_NAME_LENGTH = 200;

/** Checks the form; no account is made yet, so an abandoned sign-up takes no identifier. */
export async function signupInit(
  context: AuthContext,
  body: RequestBody<'SignupInit'>,
): Promise<ProcessAnswer> {
  const { settings } = context;
  const { state } = context.process;
  requireStep(context, 'init', 'signup-append', 'signup-verify');
  delete state.social;
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
  for (const { identifier } of body.identifiers) context.limitIdentifier(identifier);
  const typed = { fullName: body.fullName ?? '', identifiers: body.identifiers };
  const { values, errors } = await checkSignup(typed, settings, isTaken(context));
  state.authType = 'signup';
  await context.store.challenges.deleteOf(context.process.id, 'create');
  if (hasErrors(errors)) {
    state.step = { name: 'init' };
    state.signup = typed;
    return { blockBody: await currentBlock(context, { signup: errors }) };
  }
  state.signup = values;
  return continueForm(context);
}

/** After an accepted form: the account at once for somebody a provider vouches for, else the passkey or what stands in for it. */
async function continueForm(context: AuthContext): Promise<ProcessAnswer> {
  const { process, settings } = context;
  const { state } = process;
  const userHandle = randomToken();
  const social = state.socialSignup;
  if (social) {
    const isSame = state.signup.identifiers.some(
      ({ type, identifier }) => type === 'email' && identifier === social.email,
    );
    return continueSignup(context, { userHandle, verified: isSame ? ['email'] : [], social });
  }
  const [target] = fallbacks(settings, signupIdentifiers(context));
  if (target && state.client.platformAuthenticator === false) {
    const draft = { userHandle, verified: [] };
    return startVerification(context, { name: 'signup-verify', target, draft });
  }
  state.step = { name: 'signup-append', userHandle };
  return { blockBody: await currentBlock(context) };
}

/** @throws {ApiError} `validation_error` for a kind of identifier this form has no field for, or has it twice */
export function checkTypes({ settings }: AuthContext, types: readonly LoginIdentifierType[]): void {
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
