import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

const rpID = 'localhost';

/**
 * A relying party for tests that verifies for real. Commands `relying-party:registration-options`,
 * `relying-party:verify-registration`, `relying-party:authentication-options` and
 * `relying-party:verify-authentication`. State is kept per test file.
 */
export function relyingPartyPlugin() {
  const parties = new Map();

  const commands = {
    async 'registration-options'(party, payload) {
      const options = await generateRegistrationOptions({
        rpName: 'Test shop',
        rpID,
        userName: 'ann@example.com',
        userDisplayName: 'Ann',
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
        excludeCredentials: [...party.credentials.keys()].map((id) => ({ id })),
        ...payload,
      });
      party.challenge = options.challenge;
      return options;
    },
    async 'verify-registration'(party, { response, origin }) {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: party.challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
      });
      if (verified) party.credentials.set(registrationInfo.credential.id, registrationInfo.credential);
      return verified;
    },
    async 'authentication-options'(party, payload) {
      const options = await generateAuthenticationOptions({
        rpID,
        userVerification: 'preferred',
        ...payload,
      });
      party.challenge = options.challenge;
      return options;
    },
    async 'verify-authentication'(party, { response, origin }) {
      const { verified } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: party.challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        credential: party.credentials.get(response.id),
      });
      return verified;
    },
  };

  return {
    name: 'relying-party',
    async executeCommand({ command, payload, session }) {
      const [prefix, name] = command.split(':');
      if (prefix !== 'relying-party') return undefined;
      if (!parties.has(session.id)) parties.set(session.id, { challenge: '', credentials: new Map() });
      return commands[name](parties.get(session.id), payload);
    },
  };
}
