import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  cose,
  decodeAttestationObject,
  decodeCredentialPublicKey,
  isoBase64URL,
  parseAuthenticatorData,
} from '@simplewebauthn/server/helpers';
import {
  checkAuthenticatorData,
  checkClientData,
  isBase64Url,
  isRecord,
  refuse,
  type CeremonyExpectation,
  type Refusal,
} from './ceremony-checks.js';

const MAX_CREDENTIAL_ID_BYTES = 1023;

export interface RegistrationInput extends CeremonyExpectation {
  /** `PublicKeyCredential.toJSON()` of the new credential, parsed. */
  response: unknown;
}

/** What is to be stored of a new credential. */
export interface RegisteredCredential {
  /** base64url */
  id: string;
  /** COSE key */
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  /** As reported, unknown values kept. */
  transports: string[];
  aaguid: string;
  attestationFormat: string;
  backupEligible: boolean;
  backupState: boolean;
  userVerified: boolean;
  attachment?: string;
}

export type RegistrationResult = { verified: true; credential: RegisteredCredential } | Refusal;

/**
 * Verifies a registration (WebAuthn Level 3, section 7.1) with no state but its arguments, so that
 * recorded ceremonies can be replayed. Never throws on bad input. Whether the credential id is known
 * already is for the caller's database to say.
 */
export async function verifyRegistration(input: RegistrationInput): Promise<RegistrationResult> {
  const response = registrationResponse(input.response);
  if (!response) return refuse('malformed-response', 'not a registration response');
  try {
    return await verifyParsed(response, input);
  } catch (error) {
    return refuse('malformed-response', String(error));
  }
}

async function verifyParsed(
  response: RegistrationResponseJSON,
  input: RegistrationInput,
): Promise<RegistrationResult> {
  const clientDataRefusal = checkClientData(response.response.clientDataJSON, 'webauthn.create', input);
  if (clientDataRefusal) return clientDataRefusal;
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.response.attestationObject));
  const data = parseAuthenticatorData(attestation.get('authData'));
  const dataRefusal = await checkAuthenticatorData(data, input);
  if (dataRefusal) return dataRefusal;
  const { credentialID, credentialPublicKey, flags } = data;
  if (!credentialID || !credentialPublicKey) {
    return refuse('malformed-response', 'no attested credential data');
  }
  if (credentialID.byteLength > MAX_CREDENTIAL_ID_BYTES) {
    return refuse('credential-id-too-long', `${credentialID.byteLength} bytes`);
  }
  if (isoBase64URL.fromBuffer(credentialID) !== response.id) {
    return refuse('malformed-response', 'id differs from the attested credential id');
  }
  const algorithm = decodeCredentialPublicKey(credentialPublicKey).get(cose.COSEKEYS.alg);
  if (algorithm === undefined || !input.policy.algorithms.includes(algorithm)) {
    return refuse('algorithm-not-offered', `algorithm ${String(algorithm)}`);
  }
  const registration = await verifyAttestation(response, input);
  if ('reason' in registration) return registration;
  return {
    verified: true,
    credential: {
      id: response.id,
      publicKey: credentialPublicKey,
      counter: data.counter,
      transports: transportsOf(response),
      aaguid: registration.aaguid,
      attestationFormat: registration.fmt,
      backupEligible: flags.be,
      backupState: flags.bs,
      userVerified: flags.uv,
      attachment: response.authenticatorAttachment,
    },
  };
}

async function verifyAttestation(response: RegistrationResponseJSON, input: RegistrationInput) {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: input.expectedChallenge,
      expectedOrigin: [...input.allowedOrigins],
      expectedRPID: input.rpId,
      requireUserPresence: input.policy.userPresence === 'required',
      requireUserVerification: input.policy.userVerification === 'required',
      supportedAlgorithmIDs: [...input.policy.algorithms],
    });
    return verified ? registrationInfo : refuse('attestation-not-valid', 'the attestation does not verify');
  } catch (error) {
    return refuse('attestation-not-valid', String(error));
  }
}

function registrationResponse(value: unknown): RegistrationResponseJSON | undefined {
  if (!isRecord(value) || !isRecord(value['response'])) return undefined;
  const { id, rawId, type, response } = value;
  if (!isBase64Url(id) || rawId !== id || type !== 'public-key') return undefined;
  if (!isRecord(response)) return undefined;
  if (!isBase64Url(response['clientDataJSON']) || !isBase64Url(response['attestationObject']))
    return undefined;
  return value as unknown as RegistrationResponseJSON;
}

function transportsOf({ response }: RegistrationResponseJSON): string[] {
  const transports: unknown = response.transports;
  return Array.isArray(transports) ? transports.filter((transport) => typeof transport === 'string') : [];
}
