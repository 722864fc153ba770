import type { ClientEnvironment, SignInMethod } from '../auth/process-state.js';
import type { ClientInformation, PasskeyOperation } from '../contract.js';

/** What the page told about the browser, as far as decisions depend on it. */
export interface ConnectClient extends ClientEnvironment {
  /** Always there: a device without a handle is given one. */
  clientEnvHandle: string;
  conditionalGet?: boolean;
  conditionalCreate?: boolean;
  hybridTransport?: boolean;
  signalAllAcceptedCredentials?: boolean;
}

/** A passkey that may be made now. */
export interface AppendOffer {
  userId: string;
  /** The page was told to try without a prompt first. */
  conditional: boolean;
  customData?: Record<string, string>;
}

export interface ConnectState {
  client: ConnectClient;
  /** What `init` answered, for each part the page has asked about. */
  allowed: { login?: boolean; append?: boolean; manage?: boolean };
  /** Whose passkey is waited for. */
  login?: { userId: string };
  append?: AppendOffer;
  /** The login at hand has been completed with a passkey. */
  signIn?: { userId: string; method: SignInMethod };
  /** What the page is to remember as its last login, and since when (milliseconds). */
  lastLogin?: { operation: PasskeyOperation; ts: number };
  /** Failed or cancelled ceremonies of the login at hand. */
  loginErrors: number;
  /** The page reported that this device has no passkey of the account. */
  noCredentials: boolean;
}

/** What all three `init` operations are sent. */
export interface ConnectInitReq {
  clientInformation: ClientInformation;
  invitationToken?: string;
}
