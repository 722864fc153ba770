import type {
  AuthType,
  BlockBody,
  GeneralBlockCompleted,
  GeneralBlockLoginInit,
  GeneralBlockPasskeyAppend,
  GeneralBlockPasskeyAppended,
  GeneralBlockPasskeyVerify,
  GeneralBlockSignupInit,
  GeneralBlockVerifyIdentifier,
  ProcessCommon,
  ProcessInitRsp,
  ProcessResponse,
  ProcessStaticInfo,
  RequestError,
  SocialData,
} from '../api/types.js';

interface WireData {
  'login-init': GeneralBlockLoginInit;
  'signup-init': GeneralBlockSignupInit;
  'passkey-append': GeneralBlockPasskeyAppend;
  'passkey-verify': GeneralBlockPasskeyVerify;
  'passkey-appended': GeneralBlockPasskeyAppended;
  'email-verify': GeneralBlockVerifyIdentifier;
  'phone-verify': GeneralBlockVerifyIdentifier;
  completed: GeneralBlockCompleted;
}

/** Block types a builder knows. */
export type WireBlockType = keyof WireData;

/** What a built block has otherwise than the usual one of its type. */
export interface BlockOverrides<Type extends WireBlockType> {
  readonly data?: Partial<Omit<WireData[Type], 'blockType'>>;
  readonly authType?: AuthType;
  readonly alternatives?: readonly BlockBody[];
  readonly error?: RequestError;
}

type WireDefaults = {
  readonly [Type in WireBlockType]: { readonly authType: AuthType; readonly data: WireData[Type] };
};

/** Seconds; the usual processes and sessions of this module never end while a test runs. */
const FAR_FUTURE = 4_102_444_800;

/** Options of `navigator.credentials.get()` as the contract sends them: `{"publicKey": …}`. */
export const requestOptions = (challenge = 'AAECAwQFBgcICQoLDA0ODw'): string =>
  JSON.stringify({ publicKey: { challenge, rpId: 'localhost', timeout: 300_000 } });

/** Options of `navigator.credentials.create()` as the contract sends them: `{"publicKey": …}`. */
export const creationOptions = (challenge = 'EBESExQVFhcYGRobHB0eHw'): string =>
  JSON.stringify({
    publicKey: {
      challenge,
      rp: { id: 'localhost', name: 'Acme' },
      user: { id: 'dXNyLTE', name: 'ada@example.com', displayName: 'Ada Lovelace' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      timeout: 300_000,
    },
  });

/** A session token in form only (JWT, unsigned): `sub`, `name`, `email`, `exp`. */
export function sessionTokenOf(claims: Readonly<Record<string, unknown>> = {}): string {
  const encode = (part: object) =>
    btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(part))))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  const usual = { sub: 'usr-1', name: 'Ada Lovelace', email: 'ada@example.com', exp: FAR_FUTURE };
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ ...usual, ...claims })}.c2ln`;
}

const verifyIdentifier = (
  verificationMethod: GeneralBlockVerifyIdentifier['verificationMethod'],
  identifier: string,
): GeneralBlockVerifyIdentifier => ({
  blockType: 'generalBlockVerifyIdentifier',
  verificationMethod,
  identifier,
  alternativeVerificationMethods: [],
  isPostLoginVerification: false,
});

/** Sign-in with providers (schema `socialData`), such as `google`. */
export const socialDataOf = (providers: readonly string[], data: Partial<SocialData> = {}): SocialData => ({
  status: 'initial',
  ...data,
  providers: [...providers] as SocialData['providers'],
});

const DEFAULTS: WireDefaults = {
  'login-init': {
    authType: 'login',
    data: {
      blockType: 'generalBlockLoginInit',
      conditionalUIChallenge: requestOptions(),
      identifierValue: '',
      isPhone: false,
      isPhoneAvailable: false,
      isEmailAvailable: true,
      isUsernameAvailable: false,
      socialData: { providers: [], status: 'initial' },
    },
  },
  'signup-init': {
    authType: 'signup',
    data: {
      blockType: 'generalBlockSignupInit',
      identifiers: [{ type: 'email', identifier: '' }],
      socialData: { providers: [], status: 'initial' },
    },
  },
  'passkey-append': {
    authType: 'signup',
    data: {
      blockType: 'generalBlockPasskeyAppend',
      challenge: creationOptions(),
      identifierValue: 'ada@example.com',
      identifierType: 'email',
      autoSubmit: false,
      passkeyIconSet: 'default',
      variant: 'default',
    },
  },
  'passkey-verify': {
    authType: 'login',
    data: {
      blockType: 'generalBlockPasskeyVerify',
      challenge: requestOptions('ICEiIyQlJicoKSorLC0uLw'),
      identifierValue: 'ada@example.com',
    },
  },
  'passkey-appended': { authType: 'signup', data: { blockType: 'generalBlockPasskeyAppended' } },
  'email-verify': { authType: 'login', data: verifyIdentifier('email-otp', 'ada@example.com') },
  'phone-verify': { authType: 'login', data: verifyIdentifier('phone-otp', '+442079460958') },
  completed: {
    authType: 'login',
    data: {
      blockType: 'generalBlockCompleted',
      sessionToken: sessionTokenOf(),
      shortSession: sessionTokenOf(),
      passkeyOperation: {
        operationType: 'verify',
        identifierValue: 'ada@example.com',
        identifierType: 'email',
        ceremonyType: 'local',
      },
    },
  },
};

/** A block of the wire (schema `blockBody`): the usual one of its type with your changes. */
export function blockOf<Type extends WireBlockType>(
  type: Type,
  { data, authType, alternatives = [], error }: BlockOverrides<Type> = {},
): BlockBody {
  const usual: WireDefaults[Type] = DEFAULTS[type];
  return {
    block: type,
    authType: authType ?? usual.authType,
    data: { ...usual.data, ...data },
    alternatives: [...alternatives],
    ...(error ? { error } : {}),
  };
}

/** A block of a type the builders do not know, such as one of a newer server or of a test. */
export function otherBlockOf(type: string, overrides: Partial<Omit<BlockBody, 'block'>> = {}): BlockBody {
  return { ...blockOf('passkey-appended'), ...overrides, block: type as BlockBody['block'] };
}

/** The address of a page opened by the link of an email (behaviour.md 7.5), for the project of `scriptedClient`. */
export function emailLinkAddress(page: string, projectId = 'pro-1'): string {
  const address = new URL(page);
  const content = { process: { tempId: 'tmp-1', projectId } };
  address.searchParams.set('corbadoEmailLinkID', btoa(JSON.stringify(content)));
  address.searchParams.set('corbadoToken', 'UaTwjBJwyDLMGVbR7WHh');
  return address.href;
}

export type ResponseOverrides = Partial<ProcessCommon> & { readonly newProcess?: ProcessStaticInfo };

/** An answer of the auth process (schema `processResponse`). */
export function processResponseOf(
  block: BlockBody,
  { newProcess, ...common }: ResponseOverrides = {},
): ProcessResponse {
  return {
    blockBody: block,
    common: {
      appName: 'Acme',
      frontendApiUrl: 'https://pro-1.frontendapi.corbado.io',
      hideBadge: false,
      environment: 'dev',
      ...common,
    },
    ...(newProcess ? { newProcess } : {}),
  };
}

/** The answer of ProcessInit (schema `processInitRsp`). */
export function processInitRspOf(
  block: BlockBody,
  overrides: ResponseOverrides & Partial<Omit<ProcessInitRsp, 'processResponse'>> = {},
): ProcessInitRsp {
  const { token = 'aup-1', expiresAt = FAR_FUTURE, newClientEnvHandle, ...response } = overrides;
  return {
    token,
    expiresAt,
    ...(newClientEnvHandle === undefined ? {} : { newClientEnvHandle }),
    processResponse: processResponseOf(block, response),
  };
}
