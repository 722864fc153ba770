import type {
  AuthType,
  BlockBody,
  LoginIdentifier,
  PasskeyOperation,
  RequestError,
  Schemas,
  VerificationMethod,
} from '../contract.js';
import type { SignupErrors } from '../identifiers/signup-form.js';
import { enabledIdentifiers, type Settings } from '../settings/settings.js';
import type { AppendVariant, ProcessState } from './process-state.js';

export type SocialData = Schemas['socialData'];

export function signupInitBlock(
  state: ProcessState,
  settings: Settings,
  socialData: SocialData,
  errors: SignupErrors = { identifiers: {} },
  error?: RequestError,
): BlockBody {
  const typed = (type: LoginIdentifier['type']) =>
    state.signup.identifiers.find((identifier) => identifier.type === type)?.identifier ?? '';
  // `socialProviders` is in the schema's required list although the contract has no such property.
  const data: Schemas['generalBlockSignupInit'] & { socialProviders: string[] } = {
    blockType: 'generalBlockSignupInit',
    identifiers: enabledIdentifiers(settings).map((type) => ({
      type,
      identifier: typed(type),
      ...(errors.identifiers[type] && { error: errors.identifiers[type] }),
    })),
    ...(settings.fullName !== 'off' && {
      fullName: {
        fullName: state.signup.fullName,
        ...(errors.fullName && { error: errors.fullName }),
      },
    }),
    socialProviders: [],
    socialData,
    ...(error && { error }),
  };
  return { block: 'signup-init', authType: 'signup', data };
}

export interface LoginErrors {
  fieldError?: RequestError;
  error?: RequestError;
}

export function loginInitBlock(
  state: ProcessState,
  settings: Settings,
  socialData: SocialData,
  conditionalUIChallenge: string | undefined,
  { fieldError, error }: LoginErrors = {},
): BlockBody {
  const data: Schemas['generalBlockLoginInit'] = {
    blockType: 'generalBlockLoginInit',
    ...(conditionalUIChallenge !== undefined && { conditionalUIChallenge }),
    identifierValue: state.login.identifierValue,
    isPhone: state.login.isPhone,
    isPhoneAvailable: settings.identifiers.phone.enabled,
    isEmailAvailable: settings.identifiers.email.enabled,
    isUsernameAvailable: settings.identifiers.username.enabled,
    socialData,
    ...(fieldError && { fieldError }),
    ...(error && { error }),
  };
  return { block: 'login-init', authType: 'login', data };
}

export interface PasskeyAppendContent {
  challenge: string;
  identifier: LoginIdentifier;
  variant: AppendVariant;
  autoSubmit: boolean;
  passkeyIconSet: Schemas['passkeyIconSet'];
  /** What may stand in for the passkey. */
  fallbacks: readonly BlockBody[];
  /** The person may complete the process without a passkey. */
  skippable: boolean;
  authType: BlockBody['authType'];
}

export function passkeyAppendBlock(content: PasskeyAppendContent): BlockBody {
  const data: Schemas['generalBlockPasskeyAppend'] = {
    blockType: 'generalBlockPasskeyAppend',
    challenge: content.challenge,
    identifierValue: content.identifier.identifier,
    identifierType: content.identifier.type,
    autoSubmit: content.autoSubmit,
    passkeyIconSet: content.passkeyIconSet,
    variant: content.variant,
  };
  // The alternative only says that completing is possible; it carries no session.
  const completed = completedBlock(content.authType, { sessionToken: '' });
  return {
    block: 'passkey-append',
    authType: content.authType,
    data,
    alternatives: [...content.fallbacks, ...(content.skippable ? [completed] : [])],
  };
}

export function passkeyVerifyBlock(
  challenge: string,
  identifierValue: string,
  crossDevice: boolean,
  alternatives: BlockBody[],
): BlockBody {
  const data: Schemas['generalBlockPasskeyVerify'] = {
    blockType: 'generalBlockPasskeyVerify',
    challenge,
    identifierValue,
    ...(crossDevice && { loginHint: 'cda' }),
  };
  return { block: 'passkey-verify', authType: 'login', data, alternatives };
}

export interface VerifyIdentifierContent {
  method: VerificationMethod;
  /** As the person may see it. */
  identifier: string;
  /** Unix seconds. */
  retryNotBefore?: number;
  alternatives?: Schemas['generalBlockVerifyIdentifier']['alternativeVerificationMethods'];
  isPostLogin?: boolean;
  error?: RequestError;
}

/** `email-verify` or `phone-verify`, whatever the method needs. */
export function verifyIdentifierBlock(authType: AuthType, content: VerifyIdentifierContent): BlockBody {
  const { method, identifier, retryNotBefore, error } = content;
  const data: Schemas['generalBlockVerifyIdentifier'] = {
    blockType: 'generalBlockVerifyIdentifier',
    verificationMethod: method,
    identifier,
    ...(retryNotBefore !== undefined && { retryNotBefore }),
    alternativeVerificationMethods: content.alternatives ?? [],
    isPostLoginVerification: content.isPostLogin ?? false,
    ...(error && { error }),
  };
  return { block: method === 'phone-otp' ? 'phone-verify' : 'email-verify', authType, data };
}

export function passkeyAppendedBlock(authType: BlockBody['authType']): BlockBody {
  const data: Schemas['generalBlockPasskeyAppended'] = { blockType: 'generalBlockPasskeyAppended' };
  return { block: 'passkey-appended', authType, data };
}

export interface CompletedContent {
  sessionToken: string;
  refreshToken?: string;
  passkeyOperation?: PasskeyOperation;
}

/** The old token names repeat the new ones for clients that read only those. */
export function completedBlock(
  authType: BlockBody['authType'],
  { sessionToken, refreshToken, passkeyOperation }: CompletedContent,
): BlockBody {
  const data: Schemas['generalBlockCompleted'] = {
    blockType: 'generalBlockCompleted',
    sessionToken,
    shortSession: sessionToken,
    ...(refreshToken !== undefined && { refreshToken, longSession: refreshToken }),
    ...(passkeyOperation && { passkeyOperation }),
  };
  return { block: 'completed', authType, data };
}
