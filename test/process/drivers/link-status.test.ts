import { expect } from '@open-wc/testing';
import type { ApiError } from '../../../src/api/api-error.js';
import { linkOpened } from '../../../src/process/drivers/link-status.js';
import { toStep } from '../../../src/process/wire-step.js';
import {
  answerWith,
  failWith,
  networkFailure,
  scriptedClient,
  scriptedFetch,
  type ScriptedAnswer,
} from '../../../src/testing/scripted-fetch.js';
import { until } from '../../../src/testing/until.js';
import { blockOf } from '../../../src/testing/wire.js';
import { ManualClock } from '../../support/manual-clock.js';

const STATUS = 'GET /v2/auth/identifier/verify/status';
const inbox = blockOf('email-verify', { data: { verificationMethod: 'email-link' } });
const NEXT = answerWith(blockOf('passkey-append'));
const ELSEWHERE = answerWith({ ...inbox, continueOnOtherDevice: { reason: 'email-link-verified' } });

/** An inbox screen whose status is asked for on a clock that the test moves. */
class Inbox {
  readonly clock = new ManualClock();
  readonly fetch;
  readonly abort = new AbortController();
  /** What it was led to, as soon as it was. */
  opened: Awaited<ReturnType<typeof linkOpened>> | ApiError | null = null;

  constructor(...replies: ScriptedAnswer[]) {
    this.fetch = scriptedFetch({ [STATUS]: replies });
    const step = toStep(inbox, 0, { typed: {}, serverNow: undefined, passkeys: true });
    void linkOpened(scriptedClient(this.fetch), step, this.abort.signal, this.clock).then(
      (response) => (this.opened = response),
      (cause: unknown) => (this.opened = cause as ApiError),
    );
  }

  async pass(ms: number): Promise<void> {
    let left = ms;
    do {
      // In small steps: the next pause begins only once an answer was read.
      const step = Math.min(left, 250);
      const before = this.asked;
      await this.clock.advance(step);
      if (this.asked > before)
        await until(() => this.clock.awaited || this.opened !== null, 'the answer to be read');
      left -= step;
    } while (left > 0);
  }

  get leadsTo(): string | undefined {
    return this.opened && 'blockBody' in this.opened ? this.opened.blockBody.block : undefined;
  }

  get asked(): number {
    return this.fetch.to(STATUS).length;
  }
}

/** Hides the page until the returned function is called. */
function hidePage(): () => void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  return () => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  };
}

async function openInbox(...replies: ScriptedAnswer[]): Promise<Inbox> {
  const inbox = new Inbox(...replies);
  await inbox.pass(0);
  return inbox;
}

const unchanged = answerWith(inbox);

describe('waiting for an email link', () => {
  it('asks for the first time after two seconds', async () => {
    const page = await openInbox(unchanged);
    await page.pass(1_999);
    expect(page.asked).to.equal(0);
    await page.pass(1);
    expect(page.asked).to.equal(1);
  });

  it('asks ever more slowly, but every fifteen seconds at least', async () => {
    const page = await openInbox(...Array<ScriptedAnswer>(40).fill(unchanged));
    const askedAfter: number[] = [];
    for (let seconds = 0; seconds < 4; seconds += 1) {
      await page.pass(30_000);
      askedAfter.push(page.asked);
    }
    const each = askedAfter.map((count, index) => count - (askedAfter[index - 1] ?? 0));
    expect([each[0]! > each[1]!, each.at(-1)]).to.deep.equal([true, 2]);
  });

  it('ends with the first answer that leads on', async () => {
    const page = await openInbox(unchanged, NEXT);
    await page.pass(10_000);
    expect([page.leadsTo, page.asked]).to.deep.equal(['passkey-append', 2]);
  });

  it('ends when the sign-in goes on elsewhere', async () => {
    const page = await openInbox(ELSEWHERE);
    await page.pass(2_000);
    expect(page.leadsTo).to.equal('email-verify');
  });

  for (const [name, failure] of Object.entries({ network: networkFailure, server: failWith(500, 'oops') }))
    it(`goes on after a failure of the ${name}`, async () => {
      const page = await openInbox(...Array<ScriptedAnswer>(20).fill(failure));
      await page.pass(60_000);
      expect([page.opened, page.asked > 3]).to.deep.equal([null, true]);
    });

  it('ends with the process', async () => {
    const page = await openInbox(failWith(404, 'process_not_available'));
    await page.pass(60_000);
    expect([(page.opened as ApiError).type, page.asked]).to.deep.equal(['process_not_available', 1]);
  });

  it('ends with its screen', async () => {
    const page = await openInbox(unchanged);
    page.abort.abort();
    await page.pass(60_000);
    expect([page.opened, page.asked]).to.deep.equal([undefined, 0]);
  });

  it('asks nothing while the page is hidden, and at once when it is shown again', async () => {
    const page = await openInbox(unchanged, NEXT);
    const show = hidePage();
    await page.pass(60_000);
    const whileHidden = page.asked;
    show();
    await page.pass(0);
    expect([whileHidden, page.asked]).to.deep.equal([0, 1]);
  });
});
