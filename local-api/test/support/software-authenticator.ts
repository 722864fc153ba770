import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** Everything a test may bend; the defaults are those of a synced platform passkey. */
export interface CeremonyQuirks {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  clientData?: Record<string, unknown>;
  userPresent?: boolean;
  userVerified?: boolean;
  backupEligible?: boolean;
  backupState?: boolean;
  counter?: number;
  algorithm?: number;
  credentialId?: Buffer;
  credentialIdBytes?: number;
  userHandle?: string | null;
  attachment?: string;
  transports?: string[];
  aaguid?: string;
  signature?: Buffer;
}

interface Passkey {
  id: string;
  rpId: string;
  userHandle: string;
  privateKey: KeyObject;
  counter: number;
}

interface PublicKeyOptions {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
  user?: { id: string };
  allowCredentials?: { id: string }[];
  excludeCredentials?: { id: string }[];
}

const ES256 = -7;
/** Flag AT of the authenticator data. */
const ATTESTED_DATA = 0x40;

/** An authenticator in software: real keys and signatures, no browser. */
export class SoftwareAuthenticator {
  readonly passkeys: Passkey[] = [];

  constructor(readonly origin: string) {}

  /** Answers the `{"publicKey": …}` text of creation options with the text of a new credential. */
  create(optionsText: string, quirks: CeremonyQuirks = {}): string {
    const options = publicKeyOf(optionsText);
    const excluded = options.excludeCredentials?.some(({ id }) => this.passkeys.some((key) => key.id === id));
    if (excluded) throw new DOMException('A passkey is there already.', 'InvalidStateError');
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = quirks.credentialId ?? randomBytes(quirks.credentialIdBytes ?? 32);
    const passkey: Passkey = {
      id: id.toString('base64url'),
      rpId: options.rp?.id ?? '',
      userHandle: options.user?.id ?? '',
      privateKey,
      counter: 0,
    };
    this.passkeys.push(passkey);
    const authData = Buffer.concat([
      authenticatorData(passkey, quirks, ATTESTED_DATA),
      attestedCredentialData(id, publicKey, quirks),
    ]);
    return JSON.stringify({
      id: passkey.id,
      rawId: passkey.id,
      type: 'public-key',
      authenticatorAttachment: quirks.attachment ?? 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge, quirks),
        attestationObject: attestationObject(authData),
        transports: quirks.transports ?? ['internal', 'hybrid'],
      },
    });
  }

  /** Answers the `{"publicKey": …}` text of request options with the text of an assertion. */
  get(optionsText: string, quirks: CeremonyQuirks = {}): string {
    const options = publicKeyOf(optionsText);
    const allowed = options.allowCredentials ?? [];
    const passkey = this.passkeys.findLast(
      ({ id, rpId }) =>
        rpId === options.rpId && (allowed.length === 0 || allowed.some((credential) => credential.id === id)),
    );
    if (!passkey) throw new DOMException('There is no passkey.', 'NotAllowedError');
    return this.assert(passkey, options.challenge, quirks);
  }

  /** An assertion of one passkey, whatever was asked for. */
  assert(passkey: Passkey, challenge: string, quirks: CeremonyQuirks = {}): string {
    const authData = authenticatorData(passkey, quirks, 0);
    const clientDataJSON = this.#clientData('webauthn.get', challenge, quirks);
    const hash = createHash('sha256').update(bytes(clientDataJSON)).digest();
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, hash]))
      .sign(passkey.privateKey);
    const userHandle = quirks.userHandle === undefined ? passkey.userHandle : quirks.userHandle;
    return JSON.stringify({
      id: passkey.id,
      rawId: passkey.id,
      type: 'public-key',
      authenticatorAttachment: quirks.attachment ?? 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON,
        authenticatorData: authData.toString('base64url'),
        signature: (quirks.signature ?? signature).toString('base64url'),
        ...(userHandle !== null && { userHandle }),
      },
    });
  }

  #clientData(type: string, challenge: string, quirks: CeremonyQuirks): string {
    const clientData = {
      type: quirks.type ?? type,
      challenge: quirks.challenge ?? challenge,
      origin: quirks.origin ?? this.origin,
      crossOrigin: false,
      ...quirks.clientData,
    };
    return Buffer.from(JSON.stringify(clientData)).toString('base64url');
  }
}

function publicKeyOf(optionsText: string): PublicKeyOptions {
  return (JSON.parse(optionsText) as { publicKey: PublicKeyOptions }).publicKey;
}

function attestedCredentialData(id: Buffer, publicKey: KeyObject, quirks: CeremonyQuirks): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const coseKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, quirks.algorithm ?? ES256],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]),
  );
  const aaguid = Buffer.from((quirks.aaguid ?? '').replaceAll('-', '').padEnd(32, '0'), 'hex');
  const idLength = Buffer.alloc(2);
  idLength.writeUInt16BE(id.length);
  return Buffer.concat([aaguid, idLength, id, coseKey]);
}

/** Attestation `none`. */
function attestationObject(authData: Buffer): string {
  const encoded = isoCBOR.encode(
    new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]),
  );
  return Buffer.from(encoded).toString('base64url');
}

function authenticatorData(passkey: Passkey, quirks: CeremonyQuirks, extraFlags: number): Buffer {
  const flag = (bit: number, value: boolean) => (value ? 1 << bit : 0);
  const flags =
    flag(0, quirks.userPresent ?? true) |
    flag(2, quirks.userVerified ?? true) |
    flag(3, quirks.backupEligible ?? true) |
    flag(4, quirks.backupState ?? true) |
    extraFlags;
  const data = Buffer.alloc(37);
  createHash('sha256')
    .update(quirks.rpId ?? passkey.rpId)
    .digest()
    .copy(data);
  data[32] = flags;
  data.writeUInt32BE(quirks.counter ?? passkey.counter, 33);
  return data;
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}
