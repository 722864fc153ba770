import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import { LEAVING_MS } from '../../../src/process/drivers/social-login.js';
import { answerWith, failWith, networkFailure } from '../../../src/testing/scripted-fetch.js';
import { blockOf, otherBlockOf, socialDataOf } from '../../../src/testing/wire.js';
import { nextTask } from '../../support/next-task.js';
import { DrivenProcess, GET, type DrivenOptions } from '../support/driven-process.js';
import { PageTime } from '../support/page-time.js';

const START = 'POST /v2/auth/social/verify/start';
const FINISH = 'POST /v2/auth/social/verify/finish';
const GOOGLE = 'https://accounts.google.com/o/oauth2/v2/auth?state=1';
const useGoogle = { type: 'use-social', provider: 'google' } as const;
const error = { code: 'access_denied', message: '' };

const initial = blockOf('login-init', { data: { socialData: socialDataOf(['google']) } });
const started = (oauthUrl: string) =>
  answerWith(
    blockOf('login-init', {
      data: { socialData: socialDataOf(['google'], { status: 'started', oauthUrl }) },
    }),
  );
const finished = blockOf('login-init', {
  data: { socialData: socialDataOf(['google'], { status: 'finished' }) },
});

describe('leaving for a provider', () => {
  let time: PageTime;
  beforeEach(() => (time = new PageTime()));
  afterEach(() => time.restore());

  const leaving = async (options: DrivenOptions = {}) => {
    const process = await DrivenProcess.at(initial, {
      ...options,
      script: { [START]: started(GOOGLE), [GET]: answerWith(initial), ...options.script },
    });
    const result = process.perform(useGoogle);
    while (process.left.length === 0) await nextTask();
    return { process, result };
  };

  it('tells the server which provider, where to come back to, and what for', async () => {
    const { process } = await leaving();
    expect(process.request(START).body).to.deep.equal({
      providerType: 'google',
      redirectUrl: location.origin + location.pathname,
      authType: 'login',
    });
  });

  it('goes to the address of the provider', async () => {
    const { process } = await leaving();
    expect(process.left.map(({ href }) => href)).to.deep.equal([GOOGLE]);
  });

  it('lasts until the page is gone', async () => {
    const { process, result } = await leaving();
    await time.advance(LEAVING_MS - 1);
    expect(process.operations).to.deep.equal([START]);
    await time.advance(1);
    await result;
  });

  it('ends with the form where the page was not left', async () => {
    const { process, result } = await leaving();
    await time.advance(LEAVING_MS);
    expect((await result).type).to.equal('response');
    expect(process.operations).to.deep.equal([START, GET]);
  });

  it('ends with what the server knows when the person comes back by the browser’s own button', async () => {
    const completed = answerWith(blockOf('completed'));
    const { process, result } = await leaving({
      script: { [GET]: answerWith(finished), [FINISH]: completed },
    });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await result;
    expect(process.step?.type).to.equal('completed');
    expect(time.pendingTimers).to.equal(0);
  });

  it('leaves no timer behind when it is cut off', async () => {
    const { process, result } = await leaving();
    process.abort.abort();
    const failure = await result.catch((cause: unknown) => cause);
    expect(failure).to.be.instanceOf(ApiError).and.to.include({ kind: 'aborted' });
    expect(time.pendingTimers).to.equal(0);
  });

  it('stays where the server names an origin that nobody allowed, and does not repeat the address', async () => {
    const process = await DrivenProcess.at(initial, {
      script: { [START]: started('https://evil.test/oauth?secret=1') },
    });
    const failure = await process.failure(useGoogle);
    expect(failure).to.be.instanceOf(ApiError).and.to.include({ code: 'forbidden_oauth_origin' });
    expect((failure as ApiError).message).not.to.contain('secret');
    expect(process.left).to.deep.equal([]);
  });

  it('goes to an origin that the page allows', async () => {
    const { process } = await leaving({
      allowedOrigins: ['https://idp.example'],
      script: { [START]: started('https://idp.example/oauth') },
    });
    expect(process.left).to.have.length(1);
  });

  it('shows what the server says in place of an address', async () => {
    const refused = blockOf('login-init', { data: { error } });
    const process = await DrivenProcess.at(initial, { script: { [START]: answerWith(refused) } });
    await process.perform(useGoogle);
    expect(process.step?.data).to.have.deep.property('error', error);
    expect(process.left).to.deep.equal([]);
  });
});

describe('coming back from a provider', () => {
  const back = async (script: DrivenOptions['script']) => {
    const process = new DrivenProcess({ stored: {}, script });
    const result = await process.start().catch((cause: unknown) => cause);
    return { process, result };
  };

  it('tells the server and shows where it goes on', async () => {
    const { process } = await back({
      [GET]: answerWith(finished),
      [FINISH]: answerWith(blockOf('passkey-append')),
    });
    expect(process.operations).to.deep.equal([GET, FINISH]);
    expect(process.request(FINISH).body).to.deep.equal({});
    expect(process.step?.type).to.equal('passkey-append');
  });

  it('does so from sign-up, too', async () => {
    const signup = blockOf('signup-init', {
      data: { socialData: socialDataOf(['google'], { status: 'finished' }) },
    });
    const { process } = await back({ [GET]: answerWith(signup), [FINISH]: answerWith(blockOf('completed')) });
    expect(process.step?.type).to.equal('completed');
  });

  it('does so from social-verify, too', async () => {
    const data = { socialData: socialDataOf(['google'], { status: 'finished' }) } as never;
    const { process } = await back({
      [GET]: answerWith(otherBlockOf('social-verify', { data })),
      [FINISH]: answerWith(blockOf('completed')),
    });
    expect(process.step?.type).to.equal('completed');
  });

  for (const [where, block] of [
    ['the block', { ...finished, error }],
    ['its data', blockOf('login-init', { data: { ...(finished.data as object), error } })],
    [
      'its social data',
      blockOf('login-init', {
        data: { socialData: socialDataOf(['google'], { status: 'finished', error }) },
      }),
    ],
  ] as const)
    it(`shows the form where ${where} says that it failed`, async () => {
      const { process } = await back({ [GET]: answerWith(block) });
      expect(process.operations).to.deep.equal([GET]);
      expect(process.step?.type).to.equal('login-init');
    });

  for (const status of ['initial', 'started'] as const)
    it(`shows the form where the provider has not answered (${status})`, async () => {
      const { process } = await back({
        [GET]: answerWith(
          blockOf('login-init', { data: { socialData: socialDataOf(['google'], { status }) } }),
        ),
      });
      expect(process.operations).to.deep.equal([GET]);
    });

  it('shows the form with a reason when the server refuses', async () => {
    const { process } = await back({
      [GET]: answerWith(finished),
      [FINISH]: failWith(400, 'validation_error'),
    });
    expect(process.step?.type).to.equal('login-init');
    expect(process.step?.error?.code).to.equal('social_failed');
  });

  for (const [what, fault] of [
    ['a failure of the network', networkFailure],
    ['an expired process', failWith(400, 'process_not_available')],
    ['a failure of the server', failWith(503, 'internal_error')],
  ] as const)
    it(`does not hide ${what}`, async () => {
      const { result } = await back({ [GET]: answerWith(finished), [FINISH]: fault });
      expect(result).to.be.instanceOf(ApiError);
    });

  it('can be asked for again from social-verify', async () => {
    const process = await DrivenProcess.at(otherBlockOf('social-verify', { authType: 'login' }), {
      script: { [GET]: answerWith(finished), [FINISH]: answerWith(blockOf('completed')) },
    });
    await process.perform({ type: 'continue' });
    expect(process.operations).to.deep.equal([GET, FINISH]);
    expect(process.step?.type).to.equal('completed');
  });
});
