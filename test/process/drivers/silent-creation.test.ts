import { expect } from '@open-wc/testing';
import type { BlockBody } from '../../../src/api/types.js';
import {
  answerWith,
  failWith,
  networkFailure,
  type ScriptedAnswer,
} from '../../../src/testing/scripted-fetch.js';
import type { ScriptedOutcome } from '../../../src/testing/scripted-webauthn.js';
import { blockOf, creationOptions, type BlockOverrides } from '../../../src/testing/wire.js';
import { nextTask } from '../../support/next-task.js';
import { DrivenProcess } from '../support/driven-process.js';

const VERIFY = 'POST /v2/auth/identifier/verify/finish';
const START = 'POST /v2/auth/passkey/append/start';
const FINISH = 'POST /v2/auth/passkey/append/finish';
const EVENTS = 'POST /v2/auth/events';
const submitCode = { type: 'submit-code', code: '150919' } as const;
const finish = { type: 'finish-passkey' } as const;

type Data = BlockOverrides<'passkey-append'>['data'];
const offer = (data: Data = {}, more: BlockOverrides<'passkey-append'> = {}): BlockBody =>
  blockOf('passkey-append', { authType: 'login', ...more, data });
const done = answerWith(blockOf('completed'));

interface Scene {
  readonly at?: BlockBody;
  readonly offered?: BlockBody;
  readonly silent?: readonly ScriptedOutcome[];
  readonly finish?: ScriptedAnswer | readonly ScriptedAnswer[];
}

/** Somebody has signed in by a code and is offered a passkey. */
async function afterCode({ at, offered = offer(), silent = ['success'], ...scene }: Scene = {}) {
  const process = await DrivenProcess.at(at ?? blockOf('email-verify'), {
    script: {
      [VERIFY]: answerWith(offered),
      [START]: answerWith(offer({ challenge: creationOptions('bmV3') })),
      [FINISH]: scene.finish ?? done,
    },
    webauthn: { createConditional: silent },
  });
  await process.perform(submitCode);
  return process;
}

const kinds = (process: DrivenProcess) => process.webauthn.ceremonies.map(({ type }) => type);

describe('a passkey made without a prompt', () => {
  it('is tried beside the offer that follows a code, and handed in', async () => {
    const process = await afterCode();
    expect(process.step?.type).to.equal('passkey-append');
    expect(await process.attend()).to.deep.equal({ perform: finish });
    await process.perform(finish);
    expect(process.step?.type).to.equal('completed');
    expect(process.operations).to.deep.equal([VERIFY, FINISH]);
    expect(process.webauthn.ceremonies).to.deep.equal([
      { type: 'conditional-create', options: creationOptions() },
    ]);
  });

  it('is tried after a code by text message, too', async () => {
    const process = await afterCode({ at: blockOf('phone-verify') });
    expect(await process.attend()).to.deep.equal({ perform: finish });
  });

  it('is tried after a link that was opened in this browser, too', async () => {
    const process = new DrivenProcess({
      script: { [VERIFY]: answerWith(offer()) },
      webauthn: { createConditional: ['success'] },
      emailLink: { tempProcessId: 'tmp-1', code: 'UaTwjBJwyDLMGVbR7WHh' },
    });
    await process.start();
    expect(await process.attend()).to.deep.equal({ perform: finish });
  });

  it('is tried once', async () => {
    const process = await afterCode({ silent: ['failed'] });
    await process.attend();
    await process.attend();
    expect(kinds(process)).to.deep.equal(['conditional-create']);
  });

  describe('is not tried', () => {
    const untried = async (scene: Scene) => {
      const process = await afterCode(scene);
      expect(await process.attend()).to.equal(undefined);
      expect(kinds(process)).to.deep.equal([]);
    };

    it('at a sign-up', () => untried({ offered: offer({}, { authType: 'signup' }) }));
    it('after a sign-in with a passkey of another device', () =>
      untried({ offered: offer({ variant: 'after-hybrid' }) }));
    it('where a prompt opens by itself', () => untried({ offered: offer({ autoSubmit: true }) }));
    it('where the offer has no challenge', () => untried({ offered: offer({ challenge: '' }) }));
    it('where something else follows the code', () => untried({ offered: blockOf('passkey-appended') }));

    it('for an offer that did not follow a code', async () => {
      const process = await DrivenProcess.at(offer(), { webauthn: { createConditional: ['success'] } });
      expect(await process.attend()).to.equal(undefined);
      expect(kinds(process)).to.deep.equal([]);
    });
  });

  describe('that fails', () => {
    const outcomes: readonly ScriptedOutcome[] = [
      'unsupported',
      'cancelled',
      'no-credential',
      'timed-out',
      'already-registered',
      'busy',
      'not-secure',
      'invalid-options',
      'failed',
    ];
    for (const outcome of outcomes)
      it(`leaves the offer as it is: ${outcome}`, async () => {
        const process = await afterCode({ silent: [outcome] });
        expect(await process.attend()).to.equal(undefined);
        expect(process.operations).to.deep.equal([VERIFY]);
      });

    it('leaves the challenge to the prompt', async () => {
      const process = await afterCode({ silent: ['failed'] });
      await process.attend();
      await process.perform({ type: 'create-passkey' });
      expect(process.operations).to.deep.equal([VERIFY, FINISH]);
      expect(kinds(process)).to.deep.equal(['conditional-create', 'create']);
    });

    it('ends when the person goes on', async () => {
      const process = await afterCode({ silent: ['open'] });
      const attending = process.attend();
      await nextTask();
      process.abort.abort();
      expect(await attending).to.equal(undefined);
    });
  });

  describe('that the server does not take', () => {
    const handedIn = async (answer: ScriptedAnswer) => {
      const process = await afterCode({ finish: [answer, done] });
      await process.attend();
      return { process, result: await process.perform(finish) };
    };
    const nothing = { type: 'ceremony', outcome: 'aborted' };

    for (const [name, answer] of Object.entries({
      'refused in the block': answerWith(offer({}, { error: { code: 'invalid_passkey', message: '' } })),
      'refused as a request': failWith(400, 'validation_error'),
      lost: networkFailure,
    }))
      it(`says nothing: ${name}`, async () => {
        const { process, result } = await handedIn(answer);
        expect(result).to.deep.equal(nothing);
        expect(process.fetch.to(EVENTS)).to.deep.equal([]);
      });

    it('leaves a prompt with a new challenge', async () => {
      const { process } = await handedIn(failWith(400, 'validation_error'));
      await process.perform({ type: 'create-passkey' });
      expect(process.operations).to.deep.equal([VERIFY, FINISH, START, FINISH]);
      expect(process.step?.type).to.equal('completed');
    });

    it('is handed in by the button without a prompt when the answer was lost', async () => {
      const { process } = await handedIn(networkFailure);
      await process.perform({ type: 'create-passkey' });
      expect(process.operations).to.deep.equal([VERIFY, FINISH, FINISH]);
      expect(kinds(process)).to.deep.equal(['conditional-create']);
    });
  });
});
