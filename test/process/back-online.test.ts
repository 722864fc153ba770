import { expect } from '@open-wc/testing';
import { ApiError } from '../../src/api/api-error.js';
import { blockOf } from '../../src/testing/wire.js';
import { nextTask } from '../support/next-task.js';
import { ControlledProcess } from './support/controlled-process.js';

const submit = { type: 'submit-identifier', identifier: 'ada@example.com', isPhone: false } as const;
const offline = new ApiError('network', 'gone');

async function online(): Promise<void> {
  dispatchEvent(new Event('online'));
  await nextTask();
}

/** A process whose last action could not be sent. */
async function failedWith(error: ApiError, action: Parameters<typeof perform>[1] = submit) {
  const process = await ControlledProcess.at(blockOf('login-init'));
  perform(process, action);
  await process.driver.last.reject(error);
  return process;
}

function perform(process: ControlledProcess, action: Parameters<typeof process.controller.perform>[0]): void {
  void process.controller.perform(action);
}

describe('when the network is back', () => {
  const processes: ControlledProcess[] = [];
  const kept = <T extends ControlledProcess>(process: T): T => {
    processes.push(process);
    return process;
  };
  afterEach(() => Promise.all(processes.splice(0).map((process) => process.disconnect())));

  it('the action that could not be sent is sent', async () => {
    const process = kept(await failedWith(offline));
    await online();
    expect(process.driver.calls).to.have.length(3);
    expect(process.driver.last.action).to.equal(submit);
    await process.driver.last.answer(blockOf('passkey-verify'));
    expect(process.shown).to.equal('passkey-verify');
  });

  it('it is sent once', async () => {
    const process = kept(await failedWith(offline));
    await online();
    await online();
    expect(process.driver.calls).to.have.length(3);
  });

  it('it is sent again the next time when that failed, too', async () => {
    const process = kept(await failedWith(offline));
    await online();
    await process.driver.last.reject(offline);
    expect(process.driver.calls).to.have.length(3);
    await online();
    expect(process.driver.calls).to.have.length(4);
  });

  it('a process that could not be opened is opened, and takes no focus', async () => {
    const process = kept(new ControlledProcess());
    process.connect();
    void process.controller.start(process.driver);
    await process.driver.last.reject(offline);
    await online();
    expect(process.driver.last).to.include({ action: 'start', fresh: false });
    await process.driver.last.answer(blockOf('login-init'));
    expect(process.state).to.include({ status: 'ready', byPerson: false });
    expect(process.shown).to.equal('login-init');
  });

  it('a credential that was not handed in is handed in', async () => {
    const process = kept(await ControlledProcess.at(blockOf('login-init')));
    perform(process, { type: 'use-passkey' });
    await process.driver.last.resolve({ type: 'failed', error: offline, retry: { type: 'finish-passkey' } });
    await online();
    expect(process.driver.last.action).to.deep.equal({ type: 'finish-passkey' });
  });

  for (const action of [
    { type: 'use-passkey' },
    { type: 'create-passkey' },
    { type: 'use-social', provider: 'google' },
  ] as const)
    it(`${action.type} waits for the person: it opens a prompt or leaves the page`, async () => {
      const process = kept(await failedWith(offline, action));
      await online();
      expect(process.driver.calls).to.have.length(2);
    });

  for (const error of [
    new ApiError('timeout', 'late'),
    new ApiError('http', 'busy', { status: 503 }),
    new ApiError('malformed', 'odd'),
  ])
    it(`nothing is sent after a failure of another kind: ${error.kind}`, async () => {
      const process = kept(await failedWith(error));
      await online();
      expect(process.driver.calls).to.have.length(2);
    });

  it('nothing is sent once the person has gone on: what they typed since is not what was sent', async () => {
    const process = kept(await failedWith(offline));
    process.controller.leaveToPerson();
    await online();
    expect(process.driver.calls).to.have.length(2);
    perform(process, { type: 'retry' });
    expect(process.driver.last.action).to.equal(submit);
  });

  it('what fails after that is sent again', async () => {
    const process = kept(await failedWith(offline));
    process.controller.leaveToPerson();
    perform(process, submit);
    await process.driver.last.reject(offline);
    await online();
    expect(process.driver.calls).to.have.length(4);
  });

  it('nothing is sent while an action runs', async () => {
    const process = kept(await failedWith(offline));
    perform(process, { type: 'retry' });
    await online();
    expect(process.driver.calls).to.have.length(3);
  });

  it('nothing is sent where nothing has failed', async () => {
    const process = kept(await ControlledProcess.at(blockOf('login-init')));
    await online();
    expect(process.driver.calls).to.have.length(1);
  });

  it('an element that has left the page sends nothing', async () => {
    const process = await failedWith(offline);
    await process.disconnect();
    await online();
    expect(process.driver.calls).to.have.length(2);
  });
});
