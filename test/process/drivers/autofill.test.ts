import { expect } from '@open-wc/testing';
import { autofill, type AutofillCredential } from '../../../src/process/drivers/autofill.js';
import { Challenges, FRESH_MS } from '../../../src/process/drivers/challenges.js';
import { createCeremonyCoordinator } from '../../../src/webauthn/ceremony-coordinator.js';
import { createWebAuthnService } from '../../../src/webauthn/webauthn-service.js';
import { FakeWebAuthn, requestOptions } from '../../support/fake-webauthn.js';
import { nextTask } from '../../support/next-task.js';

const optionsOf = (number: number) => requestOptions({ challenge: `AAE${number}` });

/** A page with one field that offers passkeys, and time that passes when the test says so. */
class Page {
  now = 0;
  renewals = 0;
  renewed: () => Promise<string | undefined> = () => Promise.resolve(optionsOf(this.renewals));
  readonly browser = new FakeWebAuthn();
  readonly webauthn = createWebAuthnService({ coordinator: createCeremonyCoordinator(undefined, {}) });
  readonly timers = new Map<object, { readonly due: number; readonly ring: () => void }>();
  readonly #clock = {
    setTimeout: (ring: () => void, ms: number): object => {
      const timer = {};
      this.timers.set(timer, { due: this.now + ms, ring });
      return timer;
    },
    clearTimeout: (timer: unknown): void => {
      this.timers.delete(timer as object);
    },
  };

  constructor() {
    this.browser.install();
  }

  /** Offers passkeys for an owner; `ended` is what came of it. */
  offer(owner: object = {}, first: string | null = optionsOf(0)) {
    const abort = new AbortController();
    const challenges = new Challenges(() => this.now);
    if (first !== null) challenges.note(first);
    const renew = async () => {
      this.renewals += 1;
      const challenge = await this.renewed();
      if (challenge !== undefined) challenges.note(challenge);
      return challenge;
    };
    const ended: { credential?: AutofillCredential | undefined; value?: true } = {};
    const remaining = (challenge: string) => challenges.remaining(challenge);
    const { webauthn } = this;
    const options = { webauthn, owner, remaining, first: first ?? undefined, renew, clock: this.#clock };
    void autofill(options, abort.signal).then((credential) =>
      Object.assign(ended, { value: true, credential }),
    );
    return { abort, ended, owner, challenges };
  }

  async pass(ms: number): Promise<void> {
    this.now += ms;
    for (const [timer, { due, ring }] of this.timers)
      if (due <= this.now) {
        this.timers.delete(timer);
        ring();
      }
    await this.settled();
  }

  /** Everything that needs no time has happened: an aborted call takes a task to settle. */
  async settled(): Promise<void> {
    for (let tasks = 0; tasks < 4; tasks++) await nextTask();
  }

  get challenges(): readonly number[] {
    return this.browser.calls.map(({ options }) => {
      const bytes = new Uint8Array(options.publicKey!.challenge as ArrayBuffer);
      return bytes.at(-1)! & 0x3f;
    });
  }

  leave(): void {
    this.browser.restore();
  }
}

/** The document as a page in the background sees it. */
function hide(): () => void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  return () => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  };
}

describe('passkey autofill', () => {
  let page: Page;
  beforeEach(() => (page = new Page()));
  afterEach(() => page.leave());

  it('is armed with the challenge of the step', async () => {
    page.offer();
    await page.browser.call(1);
    expect(page.browser.lastCall.options.mediation).to.equal('conditional');
    expect(page.renewals).to.equal(0);
  });

  it('gives the credential a person picks, with its challenge', async () => {
    const { ended } = page.offer();
    (await page.browser.call(1)).succeed();
    await page.settled();
    expect(ended.credential?.challenge).to.equal(optionsOf(0));
    expect(JSON.parse(ended.credential!.signedChallenge)).to.include({ id: 'AQID' });
  });

  it('asks for a challenge where the step has none that is fresh', async () => {
    page.offer({}, null);
    await page.browser.call(1);
    expect(page.renewals).to.equal(1);
  });

  it('is armed with a new challenge every four minutes', async () => {
    page.offer();
    await page.browser.call(1);
    await page.pass(FRESH_MS - 1);
    expect(page.browser.calls).to.have.length(1);
    await page.pass(1);
    expect(page.renewals).to.equal(1);
    expect(page.browser.calls).to.have.length(2);
    await page.pass(FRESH_MS);
    expect(page.browser.calls).to.have.length(3);
  });

  it('never has two calls open', async () => {
    page.offer();
    await page.browser.call(1);
    await page.pass(FRESH_MS);
    expect(page.browser.calls[0]!.options.signal?.aborted).to.equal(true);
    expect(page.browser.pending).to.equal(page.browser.calls[1]);
  });

  it('asks for nothing while the page is in the background', async () => {
    page.offer();
    await page.browser.call(1);
    const show = hide();
    try {
      await page.pass(FRESH_MS * 10);
      expect(page.renewals).to.equal(0);
    } finally {
      show();
    }
    await page.settled();
    expect(page.renewals).to.equal(1);
    expect(page.browser.pending).to.equal(page.browser.lastCall);
  });

  it('ends in the background when the screen goes', async () => {
    const { abort, ended } = page.offer();
    await page.browser.call(1);
    const show = hide();
    try {
      await page.pass(FRESH_MS);
      abort.abort();
      await page.settled();
      expect(ended.value).to.equal(true);
      expect(page.renewals).to.equal(0);
    } finally {
      show();
    }
  });

  it('is armed again after a prompt that was closed', async () => {
    const { owner } = page.offer();
    await page.browser.call(1);
    const modal = page.webauthn.get(optionsOf(9), { owner });
    (await page.browser.call(2)).fail(new DOMException('no', 'NotAllowedError'));
    await modal;
    await page.settled();
    expect(page.browser.calls).to.have.length(3);
    expect(page.browser.lastCall.options.mediation).to.equal('conditional');
  });

  it('is armed with a new challenge after a prompt that stood open for long', async () => {
    const { owner } = page.offer();
    await page.browser.call(1);
    const modal = page.webauthn.get(optionsOf(9), { owner });
    const prompt = await page.browser.call(2);
    await page.pass(FRESH_MS);
    prompt.fail(new DOMException('no', 'NotAllowedError'));
    await modal;
    await page.settled();
    expect(page.renewals).to.equal(1);
    expect(page.browser.lastCall.options.mediation).to.equal('conditional');
  });

  it('ends with the signal, and the browser offers nothing any more', async () => {
    const { abort, ended } = page.offer();
    await page.browser.call(1);
    abort.abort();
    await page.settled();
    expect(ended).to.deep.equal({ value: true, credential: undefined });
    expect(page.browser.pending).to.equal(undefined);
  });

  it('leaves no timer behind', async () => {
    const { abort } = page.offer();
    await page.browser.call(1);
    await page.pass(FRESH_MS);
    expect(page.timers.size).to.equal(1);
    abort.abort();
    await page.settled();
    expect(page.timers.size).to.equal(0);
  });

  it('ends quietly when there is no challenge to be had', async () => {
    page.renewed = () => Promise.resolve(undefined);
    const { ended } = page.offer({}, null);
    await page.settled();
    expect(ended.value).to.equal(true);
  });

  it('ends quietly when asking for a challenge fails', async () => {
    page.renewed = () => Promise.reject(new TypeError('gone'));
    const { ended } = page.offer({}, null);
    await page.settled();
    expect(ended.value).to.equal(true);
  });

  for (const name of ['SecurityError', 'NotSupportedError', 'Odd'])
    it(`ends quietly with a ${name} of the browser, and does not try for ever`, async () => {
      const { ended } = page.offer();
      (await page.browser.call(1)).fail(new DOMException('no', name));
      await page.settled();
      expect(ended.value).to.equal(true);
      expect(page.browser.calls).to.have.length(1);
    });

  it('ends quietly when the browser refuses it twice, as one that was not ready would not', async () => {
    const { ended } = page.offer();
    for (const count of [1, 2])
      (await page.browser.call(count)).fail(new DOMException('no', 'NotAllowedError'));
    await page.settled();
    expect(ended.value).to.equal(true);
    expect(page.browser.calls).to.have.length(2);
  });

  describe('of two elements', () => {
    it('belongs to the first, and to the second when that leaves', async () => {
      const first = page.offer({});
      await page.browser.call(1);
      page.offer({}, optionsOf(5));
      await page.settled();
      expect(page.challenges).to.deep.equal([optionNumber(0)]);
      first.abort.abort();
      await page.settled();
      expect(page.challenges).to.deep.equal([optionNumber(0), optionNumber(5)]);
    });

    it('goes back to whoever had it after a prompt of the other', async () => {
      page.offer({});
      await page.browser.call(1);
      const second = page.offer({}, optionsOf(5));
      await page.settled();
      const modal = page.webauthn.get(optionsOf(9), { owner: second.owner });
      (await page.browser.call(2)).fail(new DOMException('no', 'NotAllowedError'));
      await modal;
      await page.settled();
      expect(page.challenges).to.deep.equal([0, 9, 0].map(optionNumber));
    });
  });
});

/** What `Page.challenges` makes of `optionsOf(number)`. */
function optionNumber(number: number): number {
  const options = JSON.parse(optionsOf(number)) as { publicKey: { challenge: string } };
  const binary = atob(options.publicKey.challenge);
  return binary.charCodeAt(binary.length - 1) & 0x3f;
}
