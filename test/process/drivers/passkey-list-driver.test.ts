import { expect } from '@open-wc/testing';
import type { ApiError } from '../../../src/api/api-error.js';
import type { ConnectManageListRsp, Passkey } from '../../../src/api/types.js';
import type { ProcessAction } from '../../../src/process/block-actions.js';
import { PasskeyListDriver } from '../../../src/process/drivers/passkey-list-driver.js';
import type { DriverResult } from '../../../src/process/process-driver.js';
import { clientStep, type PasskeyListData } from '../../../src/process/step.js';
import {
  appendFinishRspOf,
  appendStartRspOf,
  connectInitRsp,
  passkeyOperationOf,
} from '../../../src/testing/connect-wire.js';
import { answer, failWith, networkFailure, type Script } from '../../../src/testing/scripted-fetch.js';
import { scriptedWebAuthn, type WebAuthnScript } from '../../../src/testing/scripted-webauthn.js';
import { nextTask } from '../../support/next-task.js';
import { ConnectPage } from '../connect/support/connect-page.js';

const INIT = 'POST /v2/connect/manage/init';
const LIST = 'POST /v2/connect/manage/list';
const DELETE = 'POST /v2/connect/manage/delete';
const START = 'POST /v2/connect/append/start';
const FINISH = 'POST /v2/connect/append/finish';
const EVENTS = 'POST /v2/connect/events';
const add: ProcessAction = { type: 'add-passkey' };
const confirm: ProcessAction = { type: 'delete-passkey' };
const ask = (id = 'cre-1'): ProcessAction => ({ type: 'ask-delete', id });

const passkey = (id: string): Passkey =>
  ({ id, credentialID: `${id}-credential`, tags: [] }) as unknown as Passkey;
const listOf = (ids: readonly string[], changes: Partial<ConnectManageListRsp> = {}) =>
  answer({
    passkeys: ids.map(passkey),
    rpID: 'example.com',
    userID: 'dXNlcg',
    signalAllAcceptedCredentials: true,
    ...changes,
  });

interface Scene {
  readonly script?: Script;
  readonly webauthn?: WebAuthnScript;
  readonly manageAllowed?: boolean;
}

/** A driver on a page, with what is on its screen and what the page was told. */
class List {
  readonly page: ConnectPage;
  readonly webauthn;
  readonly driver: PasskeyListDriver;
  readonly signals: unknown[] = [];
  readonly tokens: string[] = [];
  readonly told: string[] = [];
  data: PasskeyListData = { passkeys: [], canAdd: false };

  constructor({ script, webauthn, manageAllowed = true }: Scene = {}) {
    this.page = new ConnectPage({
      script: {
        [INIT]: answer({ ...connectInitRsp, processID: 'cop-1', manageAllowed }),
        [LIST]: listOf(['cre-1', 'cre-2']),
        [DELETE]: answer({ credentialID: 'cre-1' }),
        [START]: answer(appendStartRspOf()),
        [FINISH]: answer(appendFinishRspOf()),
        [EVENTS]: { kind: 'answer', status: 204 },
        ...script,
      },
    });
    const scripted = scriptedWebAuthn(webauthn);
    this.webauthn = {
      ...scripted,
      signals: {
        ...scripted.signals,
        allAcceptedCredentials: (options: object) => {
          this.signals.push({ all: options });
          return Promise.resolve(true);
        },
        unknownCredential: (options: object) => {
          this.signals.push({ unknown: options });
          return Promise.resolve(true);
        },
      },
    };
    this.driver = new PasskeyListDriver({
      session: this.page.session,
      webauthn: () => Promise.resolve(this.webauthn),
      unsupportedReason: () => scripted.unsupportedReason('create'),
      screens: () => Promise.resolve(),
      token: (type) => {
        this.tokens.push(type);
        return Promise.resolve(`${type}-${this.tokens.length}`);
      },
      onAdded: ({ operationType }) => this.told.push(operationType),
      onDeleted: ({ id }, remaining) => this.told.push(`deleted ${id}, ${remaining} left`),
      onDeleteFailed: ({ id }, { kind }) => this.told.push(`${id} not deleted: ${kind}`),
      owner: this,
    });
  }

  async start(): Promise<this> {
    this.#see(await this.driver.start(this.page.abort.signal));
    await nextTask();
    return this;
  }

  async perform(action: ProcessAction): Promise<DriverResult> {
    const step = clientStep('client:passkey-list', this.data);
    const result = this.#see(await this.driver.perform(action, { step, signal: this.page.abort.signal }));
    await nextTask();
    return result;
  }

  get ids(): string[] {
    return this.data.passkeys.map(({ id }) => id);
  }

  bodies(operation: string): unknown[] {
    return this.page.fetch.to(operation).map(({ body }) => body);
  }

  get reported(): string[] {
    return this.bodies(EVENTS).map((body) => (body as { eventType: string }).eventType);
  }

  #see(result: DriverResult): DriverResult {
    if (result.type === 'step') this.data = result.step.data as unknown as PasskeyListData;
    return result;
  }
}

const listed = (scene?: Scene) => new List(scene).start();
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (cause: unknown) => cause as ApiError,
  );

describe('a list of passkeys', () => {
  it('is asked for with a token of its own', async () => {
    const list = await listed();
    expect(list.ids).to.deep.equal(['cre-1', 'cre-2']);
    expect(list.bodies(LIST)).to.deep.equal([{ connectToken: 'passkey-list-1', mode: 'default' }]);
  });

  it('is there where nothing may be added', async () => {
    const list = await listed({ manageAllowed: false });
    expect(list.data).to.include({ canAdd: false });
    expect(list.ids).to.have.lengthOf(2);
  });

  it('tells the password managers which passkeys are accepted', async () => {
    const list = await listed();
    const allAcceptedCredentialIds = ['cre-1-credential', 'cre-2-credential'];
    expect(list.signals).to.deep.equal([
      { all: { rpId: 'example.com', userId: 'dXNlcg', allAcceptedCredentialIds } },
    ]);
  });

  it('tells them nothing where the server wants none of it', async () => {
    const list = await listed({
      script: { [LIST]: listOf(['cre-1'], { signalAllAcceptedCredentials: false }) },
    });
    expect(list.signals).to.deep.equal([]);
  });

  it('erases the last login where it is empty', async () => {
    const list = new List({ script: { [LIST]: listOf([]) } });
    list.page.session.keepLastLogin(passkeyOperationOf());
    await list.start();
    expect(list.page.session.lastLogin).to.equal(undefined);
  });

  it('is asked for in a process of its own where the stored one has ended', async () => {
    const list = await listed({
      script: { [LIST]: [failWith(400, 'process_not_available'), listOf(['cre-1'])] },
    });
    expect(list.page.operations).to.deep.equal(['manage/init', 'manage/list', 'manage/init', 'manage/list']);
    expect(list.ids).to.deep.equal(['cre-1']);
  });

  it('fails with what kept it from coming', async () => {
    const failure = await failureOf(listed({ script: { [LIST]: networkFailure } }));
    expect(failure).to.include({ kind: 'network' });
  });
});

describe('deleting a passkey', () => {
  it('asks first, and does nothing when the person thinks better of it', async () => {
    const list = await listed();
    await list.perform(ask());
    expect(list.data.asked).to.equal('cre-1');
    await list.perform({ type: 'close-dialog' });
    expect(list.data).to.not.have.property('asked');
    expect(list.page.operations).to.deep.equal(['manage/init', 'manage/list']);
  });

  it('names the passkey by its id, with a token of its own, and asks for the list anew', async () => {
    const list = await listed({ script: { [LIST]: [listOf(['cre-1', 'cre-2']), listOf(['cre-2'])] } });
    await list.perform(ask());
    await list.perform(confirm);
    expect(list.bodies(DELETE)).to.deep.equal([{ connectToken: 'passkey-delete-2', credentialID: 'cre-1' }]);
    expect(list.bodies(LIST)[1]).to.deep.equal({ connectToken: 'passkey-list-3', mode: 'post-delete' });
    expect(list.data).to.include({ notice: 'deleted' }).and.not.have.property('asked');
    expect(list.ids).to.deep.equal(['cre-2']);
    expect(list.told).to.deep.equal(['deleted cre-1, 1 left']);
  });

  it('calls the last one unknown, because an empty list is never signalled', async () => {
    const list = await listed({ script: { [LIST]: [listOf(['cre-1']), listOf([])] } });
    list.signals.length = 0;
    await list.perform(ask());
    await list.perform(confirm);
    expect(list.signals).to.deep.include({
      unknown: { rpId: 'example.com', credentialId: 'cre-1-credential' },
    });
  });

  it('has succeeded even when the list cannot be asked for after it', async () => {
    const list = await listed({ script: { [LIST]: [listOf(['cre-1', 'cre-2']), networkFailure] } });
    await list.perform(ask());
    await list.perform(confirm);
    expect(list.ids).to.deep.equal(['cre-2']);
    expect(list.data.notice).to.equal('deleted');
  });

  it('has succeeded when the passkey is not there any more', async () => {
    const list = await listed({ script: { [DELETE]: failWith(404, 'not_found') } });
    await list.perform(ask());
    await list.perform(confirm);
    expect(list.data.notice).to.equal('deleted');
  });

  it('stays with the question when it fails, and tells page and server', async () => {
    const list = await listed({ script: { [DELETE]: failWith(500, 'internal_error') } });
    await list.perform(ask());
    expect(await failureOf(list.perform(confirm))).to.include({ kind: 'http', status: 500 });
    expect(list.data.asked).to.equal('cre-1');
    expect(list.told).to.deep.equal(['cre-1 not deleted: http']);
    expect(list.reported).to.deep.equal(['manage-error-unexpected']);
  });

  it('can be tried again', async () => {
    const list = await listed({
      script: { [DELETE]: [failWith(400, 'validation_error'), answer({ credentialID: 'cre-1' })] },
    });
    await list.perform(ask());
    await failureOf(list.perform(confirm));
    await list.perform(confirm);
    expect(list.data.notice).to.equal('deleted');
  });
});

describe('adding a passkey', () => {
  it('is wanted whatever the server would offer, and ends with the list anew', async () => {
    const list = await listed({ script: { [LIST]: [listOf(['cre-1']), listOf(['cre-1', 'cre-9'])] } });
    await list.perform(add);
    expect(list.bodies(START)[0]).to.include({
      appendTokenValue: 'passkey-append-2',
      forcePasskeyAppend: true,
      situation: 'passkey-list',
    });
    expect(list.bodies(FINISH)[0]).to.include({ completionType: 'manual' });
    expect(list.bodies(LIST)[1]).to.include({ mode: 'post-append' });
    expect(list.ids).to.deep.equal(['cre-1', 'cre-9']);
    expect(list.data.notice).to.equal('added');
    expect(list.told).to.deep.equal(['append']);
  });

  it('is explained, without a request, where the browser has no passkeys', async () => {
    const list = await listed({ webauthn: { unsupported: 'unsupported' } });
    await list.perform(add);
    expect(list.data.notice).to.equal('unsupported');
    expect(list.page.fetch.to(START)).to.deep.equal([]);
  });

  it('says that there is one already, and tells the server', async () => {
    const list = await listed({ webauthn: { create: ['already-registered'] } });
    await list.perform(add);
    expect(list.data.notice).to.equal('exists');
    expect(list.reported).to.deep.equal(['manage-credential-exists']);
  });

  for (const [isRestrictedBrowser, notice] of [
    [true, 'restricted'],
    [false, 'unsupported'],
  ] as const)
    it(`is ${notice} where the server sends no options${isRestrictedBrowser ? ' to this browser' : ''}`, async () => {
      const start = answer(appendStartRspOf({ attestationOptions: '', isRestrictedBrowser }));
      const list = await listed({ script: { [START]: start } });
      await list.perform(add);
      expect(list.data.notice).to.equal(notice);
    });

  it('leaves the list as it is when the prompt is closed', async () => {
    const list = await listed({ webauthn: { create: ['cancelled'] } });
    expect(await list.perform(add)).to.deep.equal({ type: 'ceremony', outcome: 'cancelled' });
    expect(list.reported).to.deep.equal(['manage-error']);
  });

  it('costs no second prompt when the answer to it is lost', async () => {
    const list = await listed({ script: { [FINISH]: [networkFailure, answer(appendFinishRspOf())] } });
    expect(await list.perform(add)).to.include({ type: 'failed' });
    await list.perform(add);
    expect(list.data.notice).to.equal('added');
    expect(list.webauthn.ceremonies).to.have.lengthOf(1);
  });

  it('has succeeded even when the list cannot be asked for after it', async () => {
    const list = await listed({ script: { [LIST]: [listOf(['cre-1']), networkFailure] } });
    await list.perform(add);
    expect(list.data).to.include({ notice: 'added' });
    expect(list.ids).to.deep.equal(['cre-1']);
  });

  it('tells the server that somebody wanted to know more', async () => {
    const list = await listed();
    await list.perform({ type: 'learn-more' });
    expect(list.reported).to.deep.equal(['manage-learn-more']);
  });
});
