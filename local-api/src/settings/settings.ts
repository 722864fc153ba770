import type { LoginIdentifierType, SocialProvider } from '../contract.js';
import { defaultConnectSettings, type ConnectSettings } from './connect-settings.js';

export interface IdentifierSetting {
  enabled: boolean;
  /** Only looked at when enabled. */
  required: boolean;
}

/** How possession of an identifier is proved. */
export interface VerificationMethods {
  email: 'email-otp' | 'email-link';
  phone: 'phone-otp';
}

/** What a project owner decides. Read and changed through `/local-api/settings`. */
export interface Settings extends ConnectSettings {
  /** Shown to the person and by the authenticator (`rp.name`). */
  appName: string;
  /** `dev`: the refresh token is in the completed block and in a cookie; `live`: in an httpOnly cookie only. */
  environment: 'dev' | 'live';
  identifiers: Record<LoginIdentifierType, IdentifierSetting>;
  /** Order of the fields at sign-up; the first one a person has names them. */
  identifierOrder: LoginIdentifierType[];
  fullName: 'off' | 'optional' | 'required';
  /** Off: only people who have an account can get in. */
  publicSignup: boolean;
  /**
   * Proof of every mailbox and phone a person names: `at-signup` before the account is made, `at-login`
   * after the first sign-in that meets an unproved one.
   */
  verification: 'none' | 'at-signup' | 'at-login';
  verificationMethods: VerificationMethods;
  /** A code or link may stand in for the passkey, at sign-up and at sign-in. */
  codeFallback: boolean;
  /** Mask an identifier the person did not sign in with. */
  obfuscate: boolean;
  /** Page of the process's origin that links in mails lead to. */
  emailLinkPath: string;
  /** Providers of social login, in the order of their buttons; all served by the local provider page. */
  socialProviders: SocialProvider[];
  /** `optional` adds the `completed` alternative: the person may go on without a passkey. */
  passkeyAppendAtSignup: 'required' | 'optional';
  /**
   * One more passkey after a sign-in. `when-useful`: after a sign-in with a phone, or with a security key
   * that did not work at once, on a device that can hold passkeys, not more often than the interval, not when declined for good.
   */
  passkeyAppendAfterLogin: 'off' | 'when-useful' | 'always';
  /** Least time between two offers of `when-useful`. */
  passkeyAppendIntervalSeconds: number;
  /** Show `passkey-appended` after a passkey was made. */
  passkeyAppendedScreen: boolean;
  /** The append block starts its ceremony by itself. */
  autoSubmit: boolean;
  /** Send `conditionalUIChallenge`, so that the page can offer passkeys by autofill. */
  conditionalUi: boolean;
  /** `loginHint: cda` where none of the person's passkeys can be on the device in front of them. */
  crossDeviceHint: boolean;
  hideBadge: boolean;
  sessionTokenLifetimeSeconds: number;
  refreshTokenLifetimeSeconds: number;
  processLifetimeSeconds: number;
  /** How long a code or link can be used; 0: it has expired when it arrives. */
  codeLifetimeSeconds: number;
  /** Least time between two codes for the same identifier. */
  codePauseSeconds: number;
  /** Codes and links one identifier gets in an hour. */
  codesPerHour: number;
  /** Requests one address may send in a minute. */
  requestsPerMinute: number;
  /** Requests a minute that name one and the same identifier. */
  identifierRequestsPerMinute: number;
  /** A block of the project's own, not Corbado's, between sign-up and session; null asks for nothing. */
  ownBlock: 'terms-of-service' | null;
  /** WebAuthn relying party id; null takes the host of the page that asks. */
  rpId: string | null;
  /** Origins of pages on other hosts or ports that may use this API, such as `http://localhost:3000`. */
  allowedOrigins: string[];
}

export const defaultSettings: Settings = {
  ...defaultConnectSettings,
  appName: 'Local project',
  environment: 'dev',
  identifiers: {
    email: { enabled: true, required: true },
    username: { enabled: false, required: false },
    phone: { enabled: false, required: false },
  },
  identifierOrder: ['email', 'username', 'phone'],
  fullName: 'off',
  publicSignup: true,
  verification: 'none',
  verificationMethods: { email: 'email-otp', phone: 'phone-otp' },
  codeFallback: false,
  obfuscate: true,
  emailLinkPath: '/complete.html',
  socialProviders: [],
  passkeyAppendAtSignup: 'required',
  passkeyAppendAfterLogin: 'when-useful',
  passkeyAppendIntervalSeconds: 86_400,
  passkeyAppendedScreen: false,
  autoSubmit: false,
  conditionalUi: true,
  crossDeviceHint: true,
  hideBadge: false,
  sessionTokenLifetimeSeconds: 300,
  refreshTokenLifetimeSeconds: 86_400,
  processLifetimeSeconds: 1800,
  codeLifetimeSeconds: 600,
  codePauseSeconds: 30,
  codesPerHour: 5,
  requestsPerMinute: 6000,
  identifierRequestsPerMinute: 300,
  ownBlock: null,
  rpId: null,
  allowedOrigins: [],
};

/** The identifiers a project uses, in its order. */
export function enabledIdentifiers(
  settings: Pick<Settings, 'identifiers' | 'identifierOrder'>,
): LoginIdentifierType[] {
  return settings.identifierOrder.filter((type) => settings.identifiers[type].enabled);
}
