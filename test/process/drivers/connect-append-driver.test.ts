import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import type { ConnectAppendStartRsp } from '../../../src/api/types.js';
import type { ProcessAction } from '../../../src/process/block-actions.js';
import { ConnectAppendDriver } from '../../../src/process/drivers/connect-append-driver.js';
import type { Step } from '../../../src/process/step.js';
import { appendFinishRspOf, appendInitRspOf, appendStartRspOf } from '../../../src/testing/connect-wire.js';
import {
  answer,
  failWith,
  networkFailure,
  silence,
  type Script,
  type ScriptedAnswer,
} from '../../../src/testing/scripted-fetch.js';
import { scriptedWebAuthn, type WebAuthnScript } from '../../../src/testing/scripted-webauthn.js';
import { FakeClock } from '../../api/support/fake-clock.js';
import { ConnectPage } from '../connect/support/connect-page.js';

const INIT = 'POST /v2/connect/append/init';
const START = 'POST /v2/connect/append/start';
const FINISH = 'POST /v2/connect/append/finish';
const EVENTS = 'POST /v2/connect/events';
const create: ProcessAction = { type: 'create-passkey' };
const finish: ProcessAction = { type: 'finish-passkey' };

interface Scene {
  readonly script?: Script;
  readonly offer?: Partial<ConnectAppendStartRsp>;
  readonly finish?: ScriptedAnswer | readonly ScriptedAnswer[];
  readonly webauthn?: WebAuthnScript;
  readonly flags?: Readonly<Record<string, string>>;
  readonly auto?: boolean;
  readonly situation?: string;
  readonly token?: (signal: AbortSignal) => Promise<string>;
  readonly screens?: () => Promise<unknown>;
  readonly clock?: FakeClock;
}

/** A driver on a page, with what is on its screen. */
class Offer {
  readonly page: ConnectPage;
  readonly webauthn;
  readonly driver: ConnectAppendDriver;
  readonly abort = new AbortController();
  tokens = 0;
  nowMs = 0;
  step: Step | undefined;

  constructor(scene: Scene = {}) {
    this.page = new ConnectPage({
      flags: scene.flags ?? {},
      script: {
        [INIT]: answer(appendInitRspOf()),
        [START]: answer(appendStartRspOf(scene.offer)),
        [FINISH]: scene.finish ?? answer(appendFinishRspOf()),
        [EVENTS]: { kind: 'answer', status: 204 },
        ...scene.script,
      },
    });
    this.webauthn = scriptedWebAuthn(scene.webauthn);
    this.driver = new ConnectAppendDriver({
      session: this.page.session,
      allowed: async (signal) => (await this.page.session.append(signal)).appendAllowed,
      webauthn: () => Promise.resolve(this.webauthn),
      unsupportedReason: () => this.webauthn.unsupportedReason('create'),
      screens: scene.screens ?? (() => Promise.resolve()),
      token: scene.token ?? (() => Promise.resolve(`token-${++this.tokens}`)),
      situation: () => scene.situation,
      auto: () => scene.auto ?? false,
      owner: this,
      ...(scene.clock && { clock: scene.clock }),
      now: () => this.nowMs,
    });
  }

  async start() {
    return this.#see(await this.driver.start(this.abort.signal));
  }

  async perform(action: ProcessAction) {
    return this.#see(await this.driver.perform(action, this.context));
  }

  async attend() {
    const attended = await this.driver.attend(this.context);
    if (attended && 'show' in attended) this.#see(attended.show);
    return attended;
  }

  get context() {
    return { step: this.step as Step, signal: this.abort.signal };
  }

  bodies(operation: string): unknown[] {
    return this.page.fetch.to(operation).map(({ body }) => body);
  }

  get reported(): unknown[] {
    return this.bodies(EVENTS).map((body) => (body as { eventType: string }).eventType);
  }

  #see<Result extends Awaited<ReturnType<ConnectAppendDriver['start']>>>(result: Result): Result {
    if ('step' in result) this.step = result.step;
    return result;
  }
}

async function offered(scene?: Scene): Promise<Offer> {
  const offer = new Offer(scene);
  await offer.start();
  return offer;
}

const outcomeOf = (result: object) =>
  'outcome' in result ? (result.outcome as { outcome: string }) : undefined;

describe('an offer of a passkey', () => {
  it('asks whether there is one, for a token and for the offer, and shows it', async () => {
    const offer = await offered({ situation: 'post-login' });
    expect(offer.step).to.include({ type: 'client:append-offer' });
    expect(offer.page.operations).to.deep.equal(['append/init', 'append/start']);
    expect(offer.bodies(START)[0]).to.include({ appendTokenValue: 'token-1', situation: 'post-login' });
  });

  it('says nothing of a situation where the page names none', async () => {
    const offer = await offered();
    expect(offer.bodies(START)[0]).to.not.have.property('situation');
  });

  it('is skipped without a token where the server allows none', async () => {
    const offer = new Offer({ script: { [INIT]: answer(appendInitRspOf({ appendAllowed: false })) } });
    expect(await offer.start()).to.deep.include({ type: 'ended', outcome: { outcome: 'skip-implicit' } });
    expect(offer.tokens).to.equal(0);
    expect(offer.page.operations).to.deep.equal(['append/init']);
  });

  it('is skipped where the server sends no options', async () => {
    const offer = new Offer({ offer: { attestationOptions: '' } });
    expect(await offer.start()).to.deep.include({ outcome: { outcome: 'skip-implicit' } });
  });

  for (const reason of ['unsupported', 'not-secure'] as const)
    it(`is skipped without a request where the page is ${reason}`, async () => {
      const offer = new Offer({ webauthn: { unsupported: reason } });
      expect(await offer.start()).to.deep.include({ outcome: { outcome: 'skip-implicit' } });
      expect(offer.page.operations).to.deep.equal([]);
    });

  const failures: Record<string, Scene> = {
    'the first request is refused': { script: { [INIT]: failWith(403, 'validation_error') } },
    'there is no connection': { script: { [INIT]: networkFailure } },
    'the page has no token': { token: () => Promise.reject(new ApiError('http', 'no token')) },
    'the second request is refused': { script: { [START]: failWith(401, 'login_error') } },
    'the answer is something else': { script: { [START]: answer({ variant: 7 }) } },
    'its screens do not load': { screens: () => Promise.reject(new TypeError('chunk')) },
  };
  for (const [name, scene] of Object.entries(failures))
    it(`is skipped, and the page told why, when ${name}`, async () => {
      const offer = new Offer(scene);
      const outcome = outcomeOf(await offer.start());
      expect(outcome).to.include({ outcome: 'skip-implicit' });
      expect(outcome).to.have.property('error').instanceOf(ApiError);
    });

  it('is skipped, and the page told why, when nobody answers for five seconds', async () => {
    const clock = new FakeClock();
    const starting = new Offer({ clock, script: { [START]: silence } }).start();
    await clock.advance(5_000);
    const outcome = outcomeOf(await starting);
    expect(outcome).to.include({ outcome: 'skip-implicit' });
    expect(outcome).to.have.nested.property('error.kind', 'timeout');
  });

  it('opens a process of its own where the stored one has ended', async () => {
    const offer = new Offer({
      script: { [START]: [failWith(400, 'process_not_available'), answer(appendStartRspOf())] },
    });
    await offer.start();
    expect(offer.step?.type).to.equal('client:append-offer');
    expect(offer.page.operations).to.deep.equal([
      'append/init',
      'append/start',
      'append/init',
      'append/start',
    ]);
    expect(offer.tokens).to.equal(2);
  });
});

describe('a passkey made by the button', () => {
  it('uses the options at hand and is handed in', async () => {
    const offer = await offered();
    await offer.perform(create);
    expect(offer.step?.type).to.equal('client:append-done');
    expect(offer.page.operations).to.deep.equal(['append/init', 'append/start', 'append/finish']);
    expect(offer.bodies(FINISH)[0]).to.include({ completionType: 'manual' });
  });

  it('is the last login from then on', async () => {
    const offer = await offered({
      finish: answer(appendFinishRspOf({ identifierValue: 'ada@example.com' })),
    });
    await offer.perform(create);
    expect(offer.page.session.lastLogin?.operation.identifierValue).to.equal('ada@example.com');
  });

  it('completes the offer when the person goes on, with what the site’s back end gave along', async () => {
    const offer = await offered({ offer: { customData: { plan: 'gold' } } });
    await offer.perform(create);
    const outcome = outcomeOf(await offer.perform({ type: 'continue' }));
    expect(offer.bodies(FINISH)[0]).to.deep.include({ customData: { plan: 'gold' } });
    expect(outcome).to.deep.include({ outcome: 'complete', customData: { plan: 'gold' } });
    expect(outcome).to.have.nested.property('passkeyOperation.operationType', 'append');
  });

  it('is a second try after a prompt that the person closed', async () => {
    const offer = await offered({ webauthn: { create: ['cancelled', 'success'] } });
    expect(await offer.perform(create)).to.deep.equal({ type: 'ceremony', outcome: 'cancelled' });
    await offer.perform(create);
    expect(offer.bodies(FINISH)[0]).to.include({ completionType: 'manual-retry' });
    expect(offer.reported).to.deep.equal(['append-error']);
  });

  it('counts as done where the device has one already', async () => {
    const offer = await offered({ webauthn: { create: ['already-registered'] } });
    await offer.perform(create);
    expect(offer.step).to.deep.include({ data: { existed: true, authenticator: '' } });
    expect(outcomeOf(await offer.perform({ type: 'continue' }))).to.include({ outcome: 'complete-noop' });
    expect(offer.reported).to.deep.equal(['append-credential-exists']);
  });

  it('gets new options where the old ones are over', async () => {
    const offer = await offered({ offer: { expiresMs: 120_000 } });
    offer.nowMs = 60_000;
    await offer.perform(create);
    expect(offer.page.operations).to.deep.equal([
      'append/init',
      'append/start',
      'append/start',
      'append/finish',
    ]);
    expect(offer.tokens).to.equal(2);
    expect(offer.step?.type).to.equal('client:append-done');
  });

  it('gets new options where the browser cannot use the old ones', async () => {
    const offer = await offered({ webauthn: { create: ['invalid-options', 'success'] } });
    await offer.perform(create);
    await offer.perform(create);
    expect(offer.page.fetch.to(START)).to.have.lengthOf(2);
  });

  it('ends without one where the server has changed its mind meanwhile', async () => {
    const offer = await offered({
      script: {
        [START]: [
          answer(appendStartRspOf({ expiresMs: 1 })),
          answer(appendStartRspOf({ attestationOptions: '' })),
        ],
      },
    });
    offer.nowMs = 1;
    expect(outcomeOf(await offer.perform(create))).to.include({ outcome: 'skip-implicit' });
  });

  it('costs no second prompt when the answer to it is lost', async () => {
    const offer = await offered({ finish: [networkFailure, answer(appendFinishRspOf())] });
    expect(await offer.perform(create)).to.deep.include({ type: 'failed', retry: finish });
    await offer.perform(create);
    expect(offer.step?.type).to.equal('client:append-done');
    expect(offer.webauthn.ceremonies).to.have.lengthOf(1);
  });

  it('is made anew, with new options, when the server refuses it', async () => {
    const offer = await offered({ finish: [failWith(400, 'validation_error'), answer(appendFinishRspOf())] });
    expect(await offer.perform(create)).to.deep.include({ type: 'failed', retry: create });
    await offer.perform(create);
    expect(offer.webauthn.ceremonies).to.have.lengthOf(2);
    expect(offer.page.fetch.to(START)).to.have.lengthOf(2);
    expect(offer.bodies(FINISH)[1]).to.include({ completionType: 'manual-retry' });
  });

  it('is made anew in another process when this one has ended', async () => {
    const offer = await offered({
      finish: [failWith(400, 'process_not_available'), answer(appendFinishRspOf())],
    });
    const failed = await offer.perform(create);
    expect((failed as { error: ApiError }).error.type).to.equal(undefined);
    await offer.perform(create);
    expect(offer.page.fetch.to(INIT)).to.have.lengthOf(2);
    expect(offer.step?.type).to.equal('client:append-done');
  });
});

describe('a passkey made without a press', () => {
  it('is not, unless somebody wants it', async () => {
    const offer = await offered();
    expect(await offer.attend()).to.equal(undefined);
    expect(offer.webauthn.ceremonies).to.deep.equal([]);
  });

  it('is made without a prompt where the server says so', async () => {
    const offer = await offered({
      offer: { conditionalAppend: true },
      webauthn: { createConditional: ['success'] },
    });
    await offer.attend();
    expect(offer.step?.type).to.equal('client:append-done');
    expect(offer.bodies(FINISH)[0]).to.include({ completionType: 'conditional' });
  });

  it('leaves the offer as it is, and says nothing, where that does not work', async () => {
    const offer = await offered({
      offer: { conditionalAppend: true },
      webauthn: { createConditional: ['failed'] },
    });
    expect(await offer.attend()).to.equal(undefined);
    expect(offer.reported).to.deep.equal([]);
    await offer.perform(create);
    expect(offer.bodies(FINISH)[0]).to.include({ completionType: 'manual' });
  });

  it('is handed in by the next press when the answer to it was lost', async () => {
    const offer = await offered({
      offer: { conditionalAppend: true },
      webauthn: { createConditional: ['success'] },
      finish: [networkFailure, answer(appendFinishRspOf())],
    });
    expect(await offer.attend()).to.equal(undefined);
    await offer.perform(create);
    expect(offer.webauthn.ceremonies.map(({ type }) => type)).to.deep.equal(['conditional-create']);
    expect(offer.step?.type).to.equal('client:append-done');
  });

  const wishes: Record<string, Scene> = {
    'the server': { offer: { autoAppend: true } },
    'the page': { auto: true },
    'a flag': { flags: { 'automatic-append': 'true' } },
  };
  for (const [who, scene] of Object.entries(wishes))
    it(`opens its prompt by itself where ${who} wants it, once`, async () => {
      const offer = await offered(scene);
      expect(await offer.attend()).to.deep.equal({ perform: create });
      await offer.perform(create);
      expect(offer.bodies(FINISH)[0]).to.include({ completionType: 'auto' });
      expect(await offer.attend()).to.equal(undefined);
    });

  it('is not missed when the prompt that opened by itself is closed', async () => {
    const offer = await offered({ auto: true, webauthn: { create: ['cancelled', 'success'] } });
    await offer.attend();
    expect(await offer.perform(create)).to.deep.equal({ type: 'ceremony', outcome: 'aborted' });
    await offer.perform(create);
    expect(offer.bodies(FINISH)[0]).to.include({ completionType: 'manual' });
  });

  it('is first tried without a prompt where both are wanted', async () => {
    const offer = await offered({ offer: { conditionalAppend: true, autoAppend: true } });
    expect(await offer.attend()).to.deep.equal({ perform: create });
    expect(offer.webauthn.ceremonies.map(({ type }) => type)).to.deep.equal(['conditional-create']);
  });

  it('opens no prompt once the person has left the offer', async () => {
    const offer = await offered({
      offer: { conditionalAppend: true, autoAppend: true },
      webauthn: { createConditional: ['open'] },
    });
    const attended = offer.attend();
    offer.abort.abort();
    expect(await attended).to.equal(undefined);
  });
});

describe('leaving an offer', () => {
  it('skips it at once and tells the server behind it', async () => {
    const offer = await offered({ script: { [EVENTS]: { kind: 'silence' } } });
    expect(outcomeOf(await offer.perform({ type: 'abort' }))).to.deep.equal({ outcome: 'skip-explicit' });
    expect(offer.bodies(EVENTS)).to.deep.equal([
      { eventType: 'append-explicit-abort', challenge: 'MDEyMzQ1Njc4OTo7PD0-Pw' },
    ]);
  });
});

it('tells the server that somebody wanted to know more, and changes nothing', async () => {
  const offer = await offered();
  expect(await offer.perform({ type: 'learn-more' })).to.deep.equal({ type: 'ceremony', outcome: 'aborted' });
  expect(offer.reported).to.deep.equal(['append-learn-more']);
});
