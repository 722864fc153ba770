import { expect, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { createCeremonyCoordinator } from '../../src/webauthn/ceremony-coordinator.js';
import { systemClock } from '../../src/webauthn/clock.js';
import { createWebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { creationOptions, requestOptions } from '../support/fake-webauthn.js';
import { relyingParty } from '../support/relying-party.js';
import { hasWebAuthn, isChromium, VirtualAuthenticator } from '../support/virtual-authenticator.js';

/** Ceremonies of the real browser; options and responses are made and verified by a relying party. */
const realService = () => createWebAuthnService({ coordinator: createCeremonyCoordinator() });

/** The real browser, but no time passes in it: outcomes cannot depend on the speed of the machine. */
function serviceWithoutTime() {
  return createWebAuthnService({
    coordinator: createCeremonyCoordinator(),
    clock: { ...systemClock, now: () => 0 },
  });
}

async function registered(service = realService()) {
  const outcome = await service.create(await relyingParty.registrationOptions({ excludeCredentials: [] }));
  if (outcome.outcome !== 'success') throw new Error(`No passkey was created: ${JSON.stringify(outcome)}`);
  await relyingParty.verifyRegistration(outcome.responseJSON);
  const { id } = JSON.parse(outcome.responseJSON) as { id: string };
  return { id, ...outcome };
}

if (hasWebAuthn) {
  describe('passkey ceremonies', () => {
    let authenticator: VirtualAuthenticator;
    beforeEach(async () => {
      authenticator = await VirtualAuthenticator.add();
    });
    afterEach(() => authenticator.remove());

    it('creates a passkey that a server accepts', async () => {
      const outcome = await realService().create(await relyingParty.registrationOptions());
      expect(outcome.outcome).to.equal('success');
      const { responseJSON } = outcome as { responseJSON: string };
      expect(await relyingParty.verifyRegistration(responseJSON)).to.equal(true);
    });

    it('signs in with a passkey that a server accepts', async () => {
      await registered();
      const outcome = await realService().get(await relyingParty.authenticationOptions());
      expect(outcome.outcome).to.equal('success');
      const { responseJSON } = outcome as { responseJSON: string };
      expect(await relyingParty.verifyAuthentication(responseJSON)).to.equal(true);
    });

    it('signs in with a passkey that the options allow', async () => {
      const { id } = await registered();
      const options = await relyingParty.authenticationOptions({ allowCredentials: [{ id }] });
      expect((await realService().get(options)).outcome).to.equal('success');
    });

    it('tells the attachment of the authenticator', async () => {
      expect((await registered()).authenticatorAttachment).to.equal('platform');
    });

    it('has no credential when the options allow only another one', async () => {
      await registered();
      const options = await relyingParty.authenticationOptions({ allowCredentials: [{ id: 'AQID' }] });
      expect((await serviceWithoutTime().get(options)).outcome).to.equal('no-credential');
    });

    it('finds that the authenticator already holds a passkey', async () => {
      await registered();
      const outcome = await realService().create(await relyingParty.registrationOptions());
      expect(outcome.outcome).to.equal('already-registered');
    });

    it('is not secure for the id of another relying party', async () => {
      const { outcome } = await realService().get(requestOptions({ rpId: 'example.com' }));
      expect(outcome).to.equal('not-secure');
    });

    it('passes the bytes of the prf extension in and out', async () => {
      await realService().create(await relyingParty.registrationOptions({ extensions: { prf: {} } }));
      const extensions = { prf: { eval: { first: 'AQIDBA' } } };
      const outcome = await realService().get(requestOptions({ extensions }));
      const { clientExtensionResults } = JSON.parse((outcome as { responseJSON: string }).responseJSON);
      expect(clientExtensionResults.prf.results.first).to.match(/^[\w-]{43}$/);
    });

    it('opens the prompt on a click while autofill is arming', async () => {
      await registered();
      const service = realService();
      const autofill = service.getConditional(requestOptions());
      const modal = service.get(requestOptions());
      expect([(await modal).outcome, (await autofill).outcome]).to.deep.equal(['success', 'aborted']);
    });

    it('opens the prompt while a creation without one is pending, where the browser has such a thing', async () => {
      const coordinator = createCeremonyCoordinator();
      const service = createWebAuthnService({ coordinator });
      const silent = service.createConditional(await relyingParty.registrationOptions());
      await (isChromium ? waitUntil(() => coordinator.state === 'armed') : silent);
      const modal = service.create(await relyingParty.registrationOptions());
      const ended = isChromium ? 'aborted' : 'unsupported';
      expect([(await silent).outcome, (await modal).outcome]).to.deep.equal([ended, 'success']);
    });

    it('leaves no ceremony behind when its owner leaves while autofill is arming', async () => {
      const service = realService();
      const autofill = service.getConditional(requestOptions());
      await service.cancel();
      const modal = service.create(await relyingParty.registrationOptions());
      expect([(await autofill).outcome, (await modal).outcome]).to.deep.equal(['aborted', 'success']);
    });
  });

  describe('a pending autofill of the browser', () => {
    // Chromium's virtual authenticator would use the passkey at once, without a field.
    const waiting = isChromium ? { automaticPresenceSimulation: false } : {};
    let authenticator: VirtualAuthenticator;
    beforeEach(async () => {
      authenticator = await VirtualAuthenticator.add(waiting);
    });
    afterEach(() => authenticator.remove());

    async function pendingAutofill() {
      const coordinator = createCeremonyCoordinator();
      const service = createWebAuthnService({ coordinator });
      const outcome = service.getConditional(requestOptions());
      await waitUntil(() => coordinator.state === 'armed');
      return { service, outcome };
    }

    it('is aborted when its owner leaves', async () => {
      const { service, outcome } = await pendingAutofill();
      await service.cancel();
      expect((await outcome).outcome).to.equal('aborted');
    });

    it('makes way for a prompt', async () => {
      const { service, outcome } = await pendingAutofill();
      const modal = service.create(creationOptions());
      expect((await outcome).outcome).to.equal('aborted');
      if (isChromium) await service.cancel();
      expect((await modal).outcome).to.equal(isChromium ? 'aborted' : 'success');
    });
  });
} else {
  describe('passkey ceremonies without WebAuthn in the browser', () => {
    it('are unsupported, each of them', async () => {
      const service = realService();
      const outcomes = await Promise.all([
        service.get(requestOptions()),
        service.getConditional(requestOptions()),
        service.get(requestOptions(), { immediate: true }),
        service.create(creationOptions()),
        service.createConditional(creationOptions()),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).to.deep.equal(Array(5).fill('unsupported'));
    });

    it('have no capabilities', async () => {
      expect(await realService().capabilities()).to.deep.equal({
        conditionalGet: false,
        userVerifyingPlatformAuthenticator: false,
      });
    });

    it('send no signals', async () => {
      const { signals } = realService();
      expect(await signals.unknownCredential({ rpId: 'localhost', credentialId: 'AQID' })).to.equal(false);
    });
  });
}

if (isChromium) {
  describe('passkey ceremonies with an authenticator that waits for its owner', () => {
    let authenticator: VirtualAuthenticator;
    beforeEach(async () => {
      authenticator = await VirtualAuthenticator.add({ automaticPresenceSimulation: false });
    });
    afterEach(() => authenticator.remove());

    /** A ceremony of somebody else on the page, live when this resolves. */
    async function foreignCeremony() {
      const controller = new AbortController();
      const publicKey = { challenge: new Uint8Array(16), rpId: 'localhost' };
      const ended = navigator.credentials.get({ publicKey, signal: controller.signal }).catch(() => {});
      return {
        async end() {
          controller.abort();
          await ended;
        },
      };
    }

    it('is busy while a ceremony outside the kit is pending', async () => {
      const foreign = await foreignCeremony();
      const { outcome } = await realService().get(requestOptions());
      await foreign.end();
      expect(outcome).to.equal('busy');
    });

    it('ends a pending prompt when its owner leaves, and leaves the slot free', async () => {
      const service = realService();
      const owner = {};
      const outcome = service.get(requestOptions(), { owner });
      await service.cancel(owner);
      const next = service.get(requestOptions());
      await service.cancel();
      expect([(await outcome).outcome, (await next).outcome]).to.deep.equal(['aborted', 'aborted']);
    });
  });

  describe('signals', () => {
    let authenticator: VirtualAuthenticator;
    beforeEach(async () => {
      authenticator = await VirtualAuthenticator.add();
    });
    afterEach(() => authenticator.remove());

    it('remove a credential that the server does not know', async () => {
      const { id } = await registered();
      const sent = await realService().signals.unknownCredential({ rpId: 'localhost', credentialId: id });
      expect([sent, await authenticator.credentials()]).to.deep.equal([true, []]);
    });

    it('rename the user of a credential', async () => {
      await registered();
      const userId = JSON.parse(
        ((await realService().get(requestOptions())) as { responseJSON: string }).responseJSON,
      ).response.userHandle as string;
      await realService().signals.currentUserDetails({
        rpId: 'localhost',
        userId,
        name: 'anna@example.com',
        displayName: 'Anna',
      });
      const [credential] = await authenticator.credentials();
      expect(credential).to.include({ userName: 'anna@example.com', userDisplayName: 'Anna' });
    });
  });

  describe('immediate mediation', () => {
    let authenticator: VirtualAuthenticator;
    beforeEach(async () => {
      authenticator = await VirtualAuthenticator.add();
    });
    afterEach(() => authenticator.remove());

    async function onClick<T>(act: () => Promise<T>): Promise<T> {
      const button = document.createElement('button');
      button.textContent = 'Use a passkey';
      document.body.append(button);
      const { x, y, width, height } = button.getBoundingClientRect();
      const clicked = new Promise<T>((resolve) => (button.onclick = () => resolve(act())));
      await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
      return clicked.finally(() => button.remove());
    }

    it('signs in after a click', async () => {
      await registered();
      const options = await relyingParty.authenticationOptions();
      const { outcome } = await onClick(() => realService().get(options, { immediate: true }));
      expect(outcome).to.equal('success');
    });

    it('has no credential when there is no passkey', async () => {
      const options = await relyingParty.authenticationOptions();
      const { outcome } = await onClick(() => serviceWithoutTime().get(options, { immediate: true }));
      expect(outcome).to.equal('no-credential');
    });
  });

  describe('a frame without permission', () => {
    it('runs no ceremony', async () => {
      const frame = document.createElement('iframe');
      frame.allow = "publickey-credentials-get 'none'";
      const outcome = new Promise<unknown>((resolve) => {
        addEventListener('message', (event) => event.source === frame.contentWindow && resolve(event.data));
      });
      const moduleUrl = new URL('../../src/webauthn/webauthn-service.js', import.meta.url).href;
      frame.srcdoc = `<script type="module">
        import { webauthn } from ${JSON.stringify(moduleUrl.replace(/\.js$/, '.ts'))};
        parent.postMessage(await webauthn.get(${JSON.stringify(requestOptions())}), '*');
      </script>`;
      document.body.append(frame);
      expect(await outcome).to.deep.equal({ outcome: 'not-secure', elapsedMs: 0 });
      frame.remove();
    });
  });
}
