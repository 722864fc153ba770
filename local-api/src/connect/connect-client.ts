import { mergeClientInformation } from '../auth/client-environment.js';
import type { ClientInformation } from '../contract.js';
import type { ConnectClient } from './connect-state.js';

/** Newer information wins; what it leaves out stays as it was. */
export function mergeConnectClient(known: ConnectClient, information: ClientInformation): ConnectClient {
  const { clientCapabilities: capabilities = {}, isConditionalMediationAvailable } = information;
  return {
    ...known,
    ...mergeClientInformation(known, information),
    clientEnvHandle: known.clientEnvHandle,
    conditionalGet:
      isConditionalMediationAvailable ??
      capabilities.conditionalGet ??
      capabilities.conditionalMediation ??
      known.conditionalGet,
    conditionalCreate: capabilities.conditionalCreate ?? known.conditionalCreate,
    hybridTransport: capabilities.hybridTransport ?? known.hybridTransport,
    signalAllAcceptedCredentials:
      capabilities.signalAllAcceptedCredentials ?? known.signalAllAcceptedCredentials,
  };
}

/** Whether a passkey can be made with this device, on it or on a phone beside it; in doubt it can. */
export function canCreatePasskey(client: ConnectClient): boolean {
  return client.platformAuthenticator !== false || client.hybridTransport === true;
}
