import { expect } from '@open-wc/testing';
import { processGet } from '../../src/api/auth-api.js';
import { parseJson } from '../../src/api/json.js';
import { errorOf, scriptedClient } from './support/clients.js';
import { processResponse } from './support/auth-operations.js';
import { answers } from './support/scripted-fetch.js';

describe('parseJson', () => {
  for (const text of [
    '{"__proto__": {"polluted": 1}, "a": 1}',
    '{"\\u005f_proto__": {"polluted": 1}, "a": 1}',
    '{"constructor": {"prototype": {"polluted": 1}}, "a": 1}',
    '{"prototype": {"polluted": 1}, "a": 1}',
  ]) {
    it(`drops the key that could reach a prototype: ${text}`, () => {
      const value = parseJson(text);
      expect(Reflect.ownKeys(value as object)).to.deep.equal(['a']);
      expect(Object.getPrototypeOf(value)).to.equal(Object.prototype);
      expect(Reflect.get({}, 'polluted')).to.equal(undefined);
    });
  }

  it('drops such keys at any depth, in lists too', () => {
    expect(
      parseJson('{"a": [{"__proto__": {"polluted": 1}, "b": {"constructor": 1, "c": 2}}]}'),
    ).to.deep.equal({
      a: [{ b: { c: 2 } }],
    });
  });

  it('takes null for absent, but keeps the places of a list', () => {
    expect(parseJson('{"a": null, "b": [null, 1], "c": {"d": null}}')).to.deep.equal({ b: [null, 1], c: {} });
  });

  it('reads what is nested 100 deep', () => {
    const text = '['.repeat(100) + ']'.repeat(100);
    expect(JSON.stringify(parseJson(text))).to.equal(text);
  });

  it('keeps every other value as it is', () => {
    const value = { text: 'ü', empty: '', no: false, zero: 0, list: [], '': 1, hasOwnProperty: 'x' };
    expect(parseJson(JSON.stringify(value))).to.deep.equal(value);
  });
});

describe('a response body', () => {
  const withBody = async (body: string) => {
    const { client, clock } = scriptedClient([answers.text(200, body)]);
    return clock.untilSettled(processGet(client));
  };

  it('leaves Object.prototype clean whatever its keys are', async () => {
    const data = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}';
    await withBody(JSON.stringify(processResponse).replace('"data":{', `"data":{"x":${data},`));
    expect(Reflect.get({}, 'polluted')).to.equal(undefined);
  });

  it('that is nested beyond all reason is malformed', async () => {
    const depth = 200_000;
    expect(errorOf(await withBody('['.repeat(depth) + ']'.repeat(depth))).kind).to.equal('malformed');
  });

  it('of a megabyte is read', async () => {
    const body = {
      ...processResponse,
      common: { ...processResponse.common, appName: 'x'.repeat(1_000_000) },
    };
    expect((await withBody(JSON.stringify(body))).status).to.equal('fulfilled');
  });
});
