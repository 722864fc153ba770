import { passkeyOperation } from '../auth/complete-process.js';
import { acceptAssertion, type AssertionOutcome } from '../ceremonies/accept-assertion.js';
import type { RequestBody, ResponseBody, Schemas } from '../contract.js';
import { ApiError, validationError } from '../http/api-error.js';
import { authenticatorDetails } from '../webauthn/authenticators.js';
import type { ConnectContext } from './connect-context.js';
import { identifierOf } from './connect-identifier.js';
import { fallbackError, otherProjectError } from './fallback.js';
import { isIdentifierAllowed } from './rollout.js';
import { signPasskeyData } from './signed-passkey-data.js';

type FinishRsp = ResponseBody<'ConnectLoginFinish'>;
type Accepted = Extract<AssertionOutcome, { outcome: 'accepted' }>;

/** Verifies the assertion; the session is the site's own, so there is none in the answer. */
export async function connectLoginFinish(
  context: ConnectContext,
  { isConditionalUI, assertionResponse }: RequestBody<'ConnectLoginFinish'>,
): Promise<FinishRsp> {
  const { state, id } = context.process;
  if (!isConditionalUI && !state.login) throw validationError('login/start comes before login/finish.');
  delete state.login;
  const assertion = await acceptAssertion(context, {
    owner: id,
    purpose: isConditionalUI ? 'conditional' : 'get',
    product: 'connect',
    text: assertionResponse,
    field: 'assertionResponse',
  });
  if (assertion.outcome !== 'accepted') return failure(context, assertion.outcome, isConditionalUI);
  const { identifier } = identifierOf(assertion.user);
  if (!isIdentifierAllowed(context.settings.connectIdentifierRules, identifier)) {
    return refusal(fallbackError('identifier_not_whitelisted', identifier));
  }
  return success(context, assertion, isConditionalUI);
}

async function success(
  context: ConnectContext,
  assertion: Accepted,
  isConditionalUI: boolean,
): Promise<FinishRsp> {
  const { process, store, now } = context;
  const { user, credential, ceremonyType } = assertion;
  if (ceremonyType === 'local') {
    await store.credentials.recordDevice(credential.id, process.state.client.clientEnvHandle);
  }
  const details = authenticatorDetails(credential.aaguid);
  const operation = passkeyOperation('verify', identifierOf(user), ceremonyType, details);
  process.state.signIn = { userId: user.id, method: ceremonyType };
  process.state.lastLogin = { operation, ts: now };
  return {
    passkeyOperation: operation,
    session: '',
    signedPasskeyData: await signPasskeyData(context, assertion, isConditionalUI),
  };
}

/** A failed ceremony has used its challenge up. */
function failure(
  { process, settings }: ConnectContext,
  outcome: Exclude<AssertionOutcome['outcome'], 'accepted'>,
  isConditionalUI: boolean,
): FinishRsp {
  process.state.loginErrors += 1;
  if (outcome === 'other-product') return refusal(otherProjectError(settings.appName));
  if (outcome === 'refused') return refusal(fallbackError('unexpected_error'));
  if (settings.connectUnknownUser === 'http-404') {
    throw new ApiError(404, 'not_found', 'This passkey is not known.', { keepChanges: true });
  }
  return refusal(fallbackError(isConditionalUI ? 'cui_credential_deleted' : 'unexpected_error'));
}

function refusal(fallbackOperationError: Schemas['fallbackOperationError']): FinishRsp {
  return { session: '', signedPasskeyData: '', fallbackOperationError };
}
