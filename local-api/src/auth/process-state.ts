import type { AuthType, LoginIdentifier, PasskeyOperation, Schemas } from '../contract.js';
import type { SignupValues } from '../identifiers/signup-form.js';

/** What the page told about the browser, as far as decisions depend on it. */
export interface ClientEnvironment {
  clientEnvHandle?: string;
  platform?: string;
  platformAuthenticator?: boolean;
  /** Unix seconds of the last offer of a further passkey. */
  passkeyAppendShown?: number;
  optOutAfterHybrid?: boolean;
}

export type AppendVariant = Schemas['generalBlockPasskeyAppend']['variant'];

/** Where a process stands. */
export type ProcessStep =
  | { name: 'init' }
  /** Sign-up form accepted; the account exists only when this step ends. */
  | { name: 'signup-append'; userHandle: string }
  /** Account found; waiting for its passkey. */
  | { name: 'verify'; userId: string; identifier: LoginIdentifier; crossDevice: boolean }
  /** Signed in with `operation`; one more passkey is offered. */
  | {
      name: 'login-append';
      userId: string;
      identifier: LoginIdentifier;
      variant: AppendVariant;
      operation: PasskeyOperation;
    }
  /** A passkey was made; the person is told so before the process completes. */
  | { name: 'appended'; userId: string; operation: PasskeyOperation };

export interface ProcessState {
  step: ProcessStep;
  authType: AuthType;
  client: ClientEnvironment;
  /** As typed until accepted, then normalised. */
  signup: SignupValues;
  login: { identifierValue: string; isPhone: boolean };
  /** Failed or cancelled sign-in ceremonies reported by the page. */
  loginErrors: number;
}

export function initialState(authType: AuthType, client: ClientEnvironment): ProcessState {
  return {
    step: { name: 'init' },
    authType,
    client,
    signup: { fullName: '', identifiers: [] },
    login: { identifierValue: '', isPhone: false },
    loginErrors: 0,
  };
}
