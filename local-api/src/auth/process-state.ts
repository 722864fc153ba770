import type {
  AuthType,
  LoginIdentifier,
  LoginIdentifierType,
  PasskeyOperation,
  RequestError,
  Schemas,
  VerificationMethod,
} from '../contract.js';
import type { SocialProfile } from '../database/social-accounts.js';
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

/** An identifier to be proved, and how. */
export interface VerificationTarget {
  type: 'email' | 'phone';
  /** Normalised. */
  identifier: string;
  method: VerificationMethod;
}

/** What a sign-up has brought together; the account is made of it when nothing is missing any more. */
export interface SignupDraft {
  userHandle: string;
  verified: LoginIdentifierType[];
  /** JSON text of an accepted credential (`storableCredential`). */
  credential?: string;
  social?: SocialProfile;
  /** Version of the terms the person has accepted, where the project asks. */
  acceptedTerms?: string;
}

/** How a person proved who they are: where their passkey was, or what stood in for it. */
export type SignInMethod = PasskeyOperation['ceremonyType'] | 'code' | 'social';

/** A person whose identity is proved. */
export interface SignIn {
  userId: string;
  /** The identifier they came with. */
  identifier: LoginIdentifier;
  method: SignInMethod;
  operation?: PasskeyOperation;
}

interface Verification {
  target: VerificationTarget;
  /** The link was opened in another browser; this one goes on when it asks. */
  linkOpenedElsewhere?: boolean;
}

/** Where a process stands. */
export type ProcessStep =
  | { name: 'init' }
  /** Sign-up form accepted; the account exists only when the sign-up ends. */
  | { name: 'signup-append'; userHandle: string }
  | ({ name: 'signup-verify'; draft: SignupDraft } & Verification)
  /** Everything is proved; the project's own block waits for the person to accept its terms. */
  | { name: 'signup-terms'; draft: SignupDraft }
  /** Account found; waiting for its passkey. */
  | { name: 'verify'; userId: string; identifier: LoginIdentifier; crossDevice: boolean }
  /** Account found; a code or link stands in for the passkey. */
  | ({ name: 'login-verify'; userId: string; identifier: LoginIdentifier } & Verification)
  /** Signed in, but the project wants an identifier proved first. */
  | ({ name: 'post-login-verify'; signIn: SignIn } & Verification)
  /** Signed in; one more passkey is offered. */
  | { name: 'login-append'; signIn: SignIn; variant: AppendVariant }
  /** A passkey was made; the person is told so before the process completes. */
  | { name: 'appended'; userId: string; operation: PasskeyOperation };

/** A visit to a provider that has ended; the page finishes it. */
export type SocialOutcome = { profile: SocialProfile } | { error: RequestError };

export interface ProcessState {
  step: ProcessStep;
  authType: AuthType;
  client: ClientEnvironment;
  /** Hash of the cookie of the browser that opened the process. */
  deviceHash: string;
  /** As typed until accepted, then normalised. */
  signup: SignupValues;
  login: { identifierValue: string; isPhone: boolean };
  /** Failed or cancelled sign-in ceremonies reported by the page. */
  loginErrors: number;
  /** The page reported that this device has no passkey of the account. */
  noCredentials: boolean;
  /** A link of this process was opened in its own browser: the tab it was asked in has nothing to do any more. */
  openedLink?: { identifier: string };
  social?: SocialOutcome;
  /** Who a provider says the person is, while the sign-up form asks for what is missing. */
  socialSignup?: SocialProfile;
}

export function initialState(
  authType: AuthType,
  client: ClientEnvironment,
  deviceHash: string,
): ProcessState {
  return {
    step: { name: 'init' },
    authType,
    client,
    deviceHash,
    signup: { fullName: '', identifiers: [] },
    login: { identifierValue: '', isPhone: false },
    loginErrors: 0,
    noCredentials: false,
  };
}
