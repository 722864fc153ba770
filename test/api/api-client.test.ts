import { expect } from '@open-wc/testing';
import { ApiClient } from '../../src/api/api-client.js';
import { eventCreate, loginInit, passkeyLoginFinish, processGet } from '../../src/api/auth-api.js';
import { getProcessConfig, getSessionConfig } from '../../src/api/configs-api.js';
import { connectLoginStart } from '../../src/api/connect-api.js';
import { currentUserGet } from '../../src/api/users-api.js';
import { VERSION } from '../../src/version.js';
import { errorOf, PROJECT_ID, scriptedClient } from './support/clients.js';
import { processResponse } from './support/auth-operations.js';
import { answers } from './support/scripted-fetch.js';

const ok = answers.json(processResponse);
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const sdk = { 'x-corbado-sdk': `{"name":"corbado-elements","sdkVersion":"${VERSION}"}` };
const project = { 'x-corbado-projectid': PROJECT_ID };
const describing = { ...project, ...sdk, 'x-corbado-client-timezone': timeZone };

interface HeaderCase {
  readonly name: string;
  readonly call: (client: ApiClient) => Promise<unknown>;
  readonly tempProcessId?: string;
  readonly expected: Readonly<Record<string, string>>;
}

describe('headers (behaviour.md section 2)', () => {
  const cases: readonly HeaderCase[] = [
    {
      name: 'config calls carry the project only',
      call: (client) => getSessionConfig(client),
      expected: project,
    },
    {
      name: 'process-config describes the client, without a process',
      call: (client) => getProcessConfig(client),
      expected: { ...describing, 'x-corbado-flags': '' },
    },
    {
      name: 'auth calls carry the process',
      call: (client) => processGet(client),
      expected: { ...describing, 'x-corbado-flags': '', 'x-corbado-process-id': 'auth-process' },
    },
    {
      name: 'auth calls of a page opened by an email link carry the temporary process instead',
      tempProcessId: 'temp-process',
      call: (client) => processGet(client),
      expected: { ...describing, 'x-corbado-flags': '', 'x-corbado-temp-process-id': 'temp-process' },
    },
    {
      name: 'connect calls carry the connect process and no flags',
      call: (client) => connectLoginStart(client, { identifier: 'jo', source: 'text-field', loadedMs: 1 }),
      expected: {
        ...describing,
        'x-corbado-process-id': 'connect-process',
        'content-type': 'application/json',
      },
    },
    {
      name: 'users calls without a refresh token carry the project only',
      call: (client) => currentUserGet(client),
      expected: project,
    },
    {
      name: 'users calls with a refresh token carry it and refuse caches',
      call: (client) => currentUserGet(client, { bearer: 'refresh' }),
      expected: {
        ...describing,
        'x-corbado-flags': '',
        authorization: 'Bearer refresh',
        'cache-control': 'no-cache',
        pragma: 'no-cache',
        expires: '0',
      },
    },
  ];
  for (const { name, call, tempProcessId, expected } of cases) {
    it(name, async () => {
      const { client, sent, clock } = scriptedClient([answers.empty(400)]);
      client.processId = 'auth-process';
      client.connectProcessId = 'connect-process';
      client.tempProcessId = tempProcessId;

      await clock.untilSettled(call(client));

      expect(Object.fromEntries(sent[0]?.headers ?? [])).to.deep.equal(expected);
    });
  }

  it('leave the process out while there is none', async () => {
    const { client, sent } = scriptedClient([ok]);
    await processGet(client);
    expect(sent[0]?.headers.has('X-Corbado-Process-ID')).to.equal(false);
  });

  it('refuse a process id that no header can hold as "malformed", and send nothing', async () => {
    const { client, sent, clock } = scriptedClient([ok]);
    client.processId = 'a\r\nX-Evil: 1';

    const error = errorOf(await clock.untilSettled(processGet(client)));

    expect(error.kind).to.equal('malformed');
    expect(error.message).not.to.contain('Evil');
    expect(sent).to.have.length(0);
  });
});

/** Counts its listeners, taking off those whose own signal aborts. */
class CountingSignal {
  readonly aborted = false;
  listeners = 0;

  addEventListener(_type: string, _listener: () => void, { signal }: { signal: AbortSignal }) {
    this.listeners++;
    signal.addEventListener('abort', () => this.listeners--);
  }
}

describe('ApiClient request', () => {
  it('sends cookies, follows no redirect, tells no referrer and bypasses caches', async () => {
    const { client, sent } = scriptedClient([ok]);
    await processGet(client);
    expect(sent[0]?.init).to.include({
      credentials: 'include',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it('lets a report go out to its end, and nothing else, when the page is left', async () => {
    const { client, sent } = scriptedClient([answers.empty(), ok]);
    await eventCreate(client, { eventType: 'append-explicit-abort' });
    await processGet(client);
    expect(sent.map(({ init }) => init.keepalive)).to.deep.equal([true, undefined]);
  });

  it('uses the fetch the page has at the time of the call', async () => {
    const client = new ApiClient({ projectId: PROJECT_ID });
    const original = globalThis.fetch;
    globalThis.fetch = () => Promise.resolve(new Response(JSON.stringify(processResponse)));
    try {
      expect(await processGet(client)).to.deep.equal(processResponse);
    } finally {
      globalThis.fetch = original;
    }
  });

  it('is never sent when its signal is aborted already', async () => {
    const { client, sent, clock } = scriptedClient([ok]);
    const error = errorOf(
      await clock.untilSettled(processGet(client, {}, { signal: AbortSignal.abort('gone') })),
    );
    expect(error.kind).to.equal('aborted');
    expect(error.cause).to.equal('gone');
    expect(sent).to.have.length(0);
  });

  it('is not tried again when it is aborted while it waits for the next try', async () => {
    const { client, sent, clock } = scriptedClient([answers.offline()]);
    const controller = new AbortController();
    const call = processGet(client, {}, { signal: controller.signal });
    await clock.advance(100);

    controller.abort();

    expect(errorOf(await clock.untilSettled(call)).kind).to.equal('aborted');
    expect(sent).to.have.length(1);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('leaves no listener behind on a signal that outlives it', async () => {
    const { client } = scriptedClient([ok]);
    const signal = new CountingSignal();

    await processGet(client, {}, { signal: signal as unknown as AbortSignal });

    expect(signal.listeners).to.equal(0);
  });

  it('tells apart what the network, time, the caller and the server did', async () => {
    const kinds = [];
    for (const answer of [answers.offline(), answers.silence(), answers.empty(500), answers.text(200, '')]) {
      const { client, clock } = scriptedClient([answer]);
      kinds.push(errorOf(await clock.untilSettled(passkeyLoginFinish(client, { signedChallenge: '' }))).kind);
    }
    expect(kinds).to.deep.equal(['network', 'timeout', 'http', 'malformed']);
  });

  it('reads type, field errors and request id from the failure envelope', async () => {
    const { client, clock } = scriptedClient([answers.failure(400, 'process_not_available')]);

    const error = errorOf(await clock.untilSettled(processGet(client)));

    expect(error).to.include({
      kind: 'http',
      status: 400,
      type: 'process_not_available',
      requestId: 'req-1',
    });
    expect(error.fieldErrors).to.deep.equal([{ field: 'identifier', message: 'too long' }]);
  });

  it('ignores parts of the failure envelope that are of the wrong type', async () => {
    const odd = { error: { type: 'validation_error', validation: [null, { field: 'a' }, 'b'] } };
    const { client, clock } = scriptedClient([answers.json(odd, 400)]);

    const error = errorOf(await clock.untilSettled(processGet(client)));

    expect(error).to.include({ kind: 'http', status: 400, type: 'validation_error', requestId: undefined });
    expect(error.fieldErrors).to.deep.equal([]);
  });

  for (const odd of [
    { error: { type: 7 } },
    { error: 'broken' },
    { message: 'no error' },
    [],
    'text',
    null,
  ]) {
    it(`keeps the status when the failure envelope is ${JSON.stringify(odd)}`, async () => {
      const { client, clock } = scriptedClient([answers.json(odd, 400)]);
      const error = errorOf(await clock.untilSettled(processGet(client)));
      expect(error).to.include({ kind: 'http', status: 400, type: undefined });
    });
  }

  it('never quotes a body in its error, for it may hold tokens', async () => {
    const { client, clock } = scriptedClient([answers.text(200, 'secret-token')]);
    const error = errorOf(await clock.untilSettled(processGet(client)));
    expect(`${error.message} ${String(error.cause)} ${error.stack ?? ''}`).not.to.contain('secret');
  });
});

describe('ApiClient retries', () => {
  const failuresThenSuccess = (count: number) => [...Array<typeof ok>(count).fill(answers.empty(503)), ok];

  it('succeeds with the third try', async () => {
    const { client, clock, sent } = scriptedClient(failuresThenSuccess(2));
    const result = await clock.untilSettled(processGet(client));
    expect(result).to.deep.equal({ status: 'fulfilled', value: processResponse });
    expect(sent).to.have.length(3);
  });

  for (const [random, delays] of [
    [0, [350, 700]],
    [0.5, [500, 1000]],
    [1, [650, 1300]],
  ] as const) {
    it(`waits ${delays.join(' and ')} ms at chance ${random}`, async () => {
      const { client, clock, sent } = scriptedClient([answers.offline()]);
      clock.randomNumber = random;
      const call = processGet(client).catch(() => undefined);

      await clock.advance(delays[0] - 1);
      expect(sent).to.have.length(1);
      await clock.advance(1);
      expect(sent).to.have.length(2);
      await clock.advance(delays[1] - 1);
      expect(sent).to.have.length(2);
      await clock.advance(1);
      expect(sent).to.have.length(3);

      await call;
    });
  }

  it('waits as long as Retry-After says', async () => {
    const busy = answers.failure(429, 'rate_limited', { 'Retry-After': '7' });
    const { client, clock } = scriptedClient([busy, ok]);
    await clock.untilSettled(processGet(client));
    expect(clock.now()).to.equal(7000);
  });

  it('gives up at once when Retry-After is longer than 10 s, and says how long', async () => {
    const busy = answers.failure(429, 'rate_limited', { 'Retry-After': '60' });
    const { client, clock, sent } = scriptedClient([busy, ok]);
    expect(errorOf(await clock.untilSettled(processGet(client))).retryAfterMs).to.equal(60_000);
    expect(sent).to.have.length(1);
  });

  it('cuts the last try short so that all ends within 30 s', async () => {
    const { client, clock, sent } = scriptedClient([answers.silence()]);
    const error = errorOf(
      await clock.untilSettled(loginInit(client, { identifierValue: 'jo', isPhone: false })),
    );
    expect(error.kind).to.equal('timeout');
    expect(sent).to.have.length(3);
    expect(clock.now()).to.equal(30_000);
  });

  it('sends each try to the base URL and with the process of its time', async () => {
    const { client, clock, sent } = scriptedClient([answers.offline(), ok]);
    const call = processGet(client);
    await clock.advance(1);
    client.processId = 'new';
    await clock.untilSettled(call);
    expect(sent.map(({ headers }) => headers.get('X-Corbado-Process-ID'))).to.deep.equal([null, 'new']);
  });
});

describe('ApiClient fork', () => {
  it('has the same configuration and URL but processes of its own', () => {
    const { client } = scriptedClient([ok], { allowedApiOrigins: ['https://auth.example.com'] });
    client.adoptFrontendApiUrl('https://auth.example.com');
    client.processId = 'mine';
    client.connectProcessId = 'mine';

    const fork = client.fork();

    expect(fork).to.include({ projectId: client.projectId, baseUrl: 'https://auth.example.com' });
    expect([fork.processId, fork.connectProcessId]).to.deep.equal([undefined, undefined]);
  });
});
