import { expect } from '@open-wc/testing';
import type { ApiErrorKind } from '../../src/api/api-error.js';
import { errorOf, scriptedClient } from './support/clients.js';
import { operations } from './support/operations.js';
import { answers, type Answer } from './support/scripted-fetch.js';

interface Fault {
  readonly name: string;
  readonly answer: Answer;
  readonly kind: ApiErrorKind;
  readonly status?: number;
  /** Whether a call that may be repeated is. */
  readonly transient: boolean;
  /** A call that reads no body does not notice. */
  readonly inBody?: boolean;
}

const HTML = '<!doctype html><title>Bad gateway</title>';

const faults: readonly Fault[] = [
  { name: 'offline', answer: answers.offline(), kind: 'network', transient: true },
  {
    name: 'connection broken in the body',
    answer: answers.brokenBody(),
    kind: 'network',
    transient: true,
    inBody: true,
  },
  { name: '408', answer: answers.failure(408, 'timeout'), kind: 'http', status: 408, transient: true },
  {
    name: '429 with Retry-After',
    answer: answers.failure(429, 'rate_limited', { 'Retry-After': '2' }),
    kind: 'http',
    status: 429,
    transient: true,
  },
  {
    name: '429 with a long Retry-After',
    answer: answers.failure(429, 'rate_limited', { 'Retry-After': '11' }),
    kind: 'http',
    status: 429,
    transient: false,
  },
  { name: '500', answer: answers.failure(500, 'internal_error'), kind: 'http', status: 500, transient: true },
  { name: '502 with HTML', answer: answers.text(502, HTML), kind: 'http', status: 502, transient: true },
  { name: '503 without body', answer: answers.empty(503), kind: 'http', status: 503, transient: true },
  {
    name: '503 with a broken body',
    answer: answers.brokenBody(503),
    kind: 'http',
    status: 503,
    transient: true,
  },
  {
    name: '400',
    answer: answers.failure(400, 'validation_error'),
    kind: 'http',
    status: 400,
    transient: false,
  },
  { name: '404 without body', answer: answers.empty(404), kind: 'http', status: 404, transient: false },
  {
    name: 'HTML with 200',
    answer: answers.text(200, HTML),
    kind: 'malformed',
    transient: false,
    inBody: true,
  },
  { name: 'empty body', answer: answers.empty(200), kind: 'malformed', transient: false, inBody: true },
  {
    name: 'truncated JSON',
    answer: answers.text(200, '{"token": "a'),
    kind: 'malformed',
    transient: false,
    inBody: true,
  },
  { name: 'JSON null', answer: answers.text(200, 'null'), kind: 'malformed', transient: false, inBody: true },
  { name: 'an array', answer: answers.text(200, '[]'), kind: 'malformed', transient: false, inBody: true },
  {
    name: 'an empty object',
    answer: answers.text(200, '{}'),
    kind: 'malformed',
    transient: false,
    inBody: true,
  },
  { name: 'silence', answer: answers.silence(), kind: 'timeout', transient: true },
];

/** Members no one reads may be anything. */
const UNREAD_MEMBERS = ['shortSession', 'expiresMs', 'message', 'requestData', 'runtime'];

const wrongType = (value: unknown) => (typeof value === 'object' ? 'text' : []);

for (const row of operations) {
  describe(`${row.operationId}, retry ${row.retry}`, () => {
    for (const fault of faults) {
      const unnoticed = fault.inBody && !row.answer;
      const tries = fault.transient && row.retry !== 'never' && !unnoticed ? 3 : 1;
      const end = unnoticed ? 'succeeds' : `ends in "${fault.kind}"`;

      it(`${fault.name}: ${end} after ${tries} ${tries === 1 ? 'try' : 'tries'} within 30 s`, async () => {
        const { client, clock, sent } = scriptedClient([fault.answer]);

        const result = await clock.untilSettled(row.call(client));

        expect(sent).to.have.length(tries);
        expect(clock.now()).to.be.at.most(30_000);
        expect(clock.pendingTimers).to.equal(0);
        if (unnoticed) {
          expect(result.status).to.equal('fulfilled');
          return;
        }
        const error = errorOf(result);
        expect(error.kind).to.equal(fault.kind);
        if (fault.kind === 'http') expect(error.status).to.equal(fault.status);
      });
    }

    for (const member of Object.keys(row.answer ?? {}).filter((key) => !UNREAD_MEMBERS.includes(key))) {
      it(`wrong type of "${member}": ends in "malformed"`, async () => {
        const body = { ...row.answer, [member]: wrongType(Reflect.get(row.answer ?? {}, member)) };
        const { client, clock } = scriptedClient([answers.json(body)]);

        expect(errorOf(await clock.untilSettled(row.call(client))).kind).to.equal('malformed');
      });
    }

    it(`silence: one try takes ${row.timeoutMs / 1000} s`, async () => {
      const { client, clock, sent } = scriptedClient([answers.silence()]);
      const call = row.call(client).catch((error: unknown) => error);

      await clock.advance(row.timeoutMs - 1);
      expect(sent[0]?.init.signal?.aborted).to.equal(false);
      await clock.advance(1);
      expect(sent[0]?.init.signal?.aborted).to.equal(true);

      await clock.untilSettled(call);
    });

    it('ends at once as "aborted" when its caller aborts', async () => {
      const { client, clock, sent } = scriptedClient([answers.silence()]);
      const controller = new AbortController();
      const call = row.call(client, { signal: controller.signal });

      controller.abort('gone');

      const error = errorOf(await clock.untilSettled(call));
      expect(error.kind).to.equal('aborted');
      expect(clock.now()).to.equal(0);
      expect(clock.pendingTimers).to.equal(0);
      expect(sent).to.have.length(1);
    });
  });
}
