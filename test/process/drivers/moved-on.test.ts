import { expect } from '@open-wc/testing';
import { answerWith, blockOf, failWith, networkFailure } from '../../../src/testing/index.js';
import { DrivenProcess, GET } from '../support/driven-process.js';

const APPEND_FINISH = 'POST /v2/auth/passkey/append/finish';
const wrongStep = failWith(400, 'validation_error');
const create = { type: 'create-passkey' } as const;

describe('a process that has moved on, in another tab or with an answer that was lost', () => {
  const standsAt = (get: Parameters<typeof DrivenProcess.at>[1]) =>
    DrivenProcess.at(blockOf('passkey-append'), get);

  it('is shown where it stands once the server refuses what its old screen asks for', async () => {
    const script = { [APPEND_FINISH]: wrongStep, [GET]: answerWith(blockOf('email-verify')) };
    const process = await standsAt({ script });
    await process.perform(create);
    expect(process.step?.type).to.equal('email-verify');
  });

  it('is shown where it stands when the lost answer is asked for again', async () => {
    const script = {
      [APPEND_FINISH]: [networkFailure, wrongStep],
      [GET]: answerWith(blockOf('email-verify')),
    };
    const process = await standsAt({ script });
    expect(await process.perform(create)).to.include({ type: 'failed' });
    await process.perform({ type: 'finish-passkey' });
    expect(process.step?.type).to.equal('email-verify');
  });

  it('fails as it did where the process has not moved', async () => {
    const script = { [APPEND_FINISH]: wrongStep, [GET]: answerWith(blockOf('passkey-append')) };
    expect(await (await standsAt({ script })).failure(create)).to.include({ status: 400 });
  });

  it('fails as it did where the server does not say where it stands', async () => {
    const script = { [APPEND_FINISH]: wrongStep, [GET]: networkFailure };
    expect(await (await standsAt({ script })).failure(create)).to.include({ status: 400 });
  });

  it('is not asked for when the server was not reached', async () => {
    const process = await standsAt({ script: { 'POST /v2/auth/identifier/update': networkFailure } });
    await process.failure({ type: 'update-identifier', identifierType: 'email', value: 'ada@example.com' });
    expect(process.operations).not.to.include(GET);
  });
});
