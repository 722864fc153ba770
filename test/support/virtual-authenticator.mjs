import { cdpConnection } from './cdp.mjs';
import { connectMarionette } from './marionette.mjs';

const CHROMIUM_DEFAULTS = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
  hasPrf: true,
  defaultBackupEligibility: true,
  defaultBackupState: true,
};

const FIREFOX_DEFAULTS = {
  protocol: 'ctap2_1',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserConsenting: true,
  isUserVerified: true,
};

async function chromiumAuthenticators(session) {
  const connection = await cdpConnection(session);
  return {
    async add(options) {
      await connection.send('WebAuthn.enable', { enableUI: false });
      const { authenticatorId } = await connection.send('WebAuthn.addVirtualAuthenticator', {
        options: { ...CHROMIUM_DEFAULTS, ...options },
      });
      return authenticatorId;
    },
    remove: (authenticatorId) => connection.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
    async credentials(authenticatorId) {
      const { credentials } = await connection.send('WebAuthn.getCredentials', { authenticatorId });
      return credentials.map(({ credentialId, userName, userDisplayName }) => ({
        // The protocol speaks plain base64.
        id: Buffer.from(credentialId, 'base64').toString('base64url'),
        userName,
        userDisplayName,
      }));
    },
  };
}

async function firefoxAuthenticators(marionette) {
  return {
    async add(options) {
      const { value } = await marionette.send('WebAuthn:AddVirtualAuthenticator', {
        ...FIREFOX_DEFAULTS,
        ...options,
      });
      return value;
    },
    remove: (authenticatorId) => marionette.send('WebAuthn:RemoveVirtualAuthenticator', { authenticatorId }),
    async credentials(authenticatorId) {
      const answer = await marionette.send('WebAuthn:GetCredentials', { authenticatorId });
      return (answer.value ?? answer).map(({ credentialId }) => ({ id: credentialId }));
    },
  };
}

/**
 * Commands `authenticator:add` (payload: options of the browser's protocol over the defaults; result: the id),
 * `authenticator:remove` and `authenticator:credentials` (payload: the id), in Chromium and Firefox.
 */
export function virtualAuthenticatorPlugin({ marionettePort }) {
  let marionette;

  async function authenticators(session) {
    if (session.browser.name === 'Chromium') return chromiumAuthenticators(session);
    if (session.browser.name === 'Firefox') {
      marionette ??= connectMarionette(marionettePort);
      return firefoxAuthenticators(await marionette);
    }
    throw new Error(`${session.browser.name} has no virtual authenticator.`);
  }

  return {
    name: 'virtual-authenticator',
    async executeCommand({ command, payload, session }) {
      if (!command.startsWith('authenticator:')) return undefined;
      const { add, remove, credentials } = await authenticators(session);
      switch (command) {
        case 'authenticator:add':
          return add(payload);
        case 'authenticator:remove':
          await remove(payload);
          return true;
        case 'authenticator:credentials':
          return credentials(payload);
        default:
          throw new Error(`Unknown command ${command}.`);
      }
    },
  };
}
