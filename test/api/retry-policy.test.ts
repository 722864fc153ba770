import { expect } from '@open-wc/testing';
import { ApiError } from '../../src/api/api-error.js';
import { retryAfterMs, retryDelay } from '../../src/api/retry-policy.js';

const http = (status: number) => new ApiError('http', '', { status });

describe('retryDelay', () => {
  for (const status of [408, 425, 429, 500, 502, 503, 504]) {
    it(`repeats after ${status}`, () => {
      expect(retryDelay(http(status), 'safe', 1, 0.5)).to.equal(500);
    });
  }
  for (const status of [301, 400, 401, 403, 404, 409, 422]) {
    it(`does not repeat after ${status}`, () => {
      expect(retryDelay(http(status), 'safe', 1, 0.5)).to.equal(undefined);
    });
  }
  for (const kind of ['aborted', 'malformed', 'configuration'] as const) {
    it(`does not repeat after an error of kind ${kind}`, () => {
      expect(retryDelay(new ApiError(kind, ''), 'safe', 1, 0.5)).to.equal(undefined);
    });
  }
  it('treats repeatable calls as safe ones', () => {
    expect(retryDelay(http(503), 'repeatable', 2, 0.5)).to.equal(1000);
  });
  it('never repeats what must not be', () => {
    expect(retryDelay(http(503), 'never', 1, 0.5)).to.equal(undefined);
  });
  it('ends after the third try', () => {
    expect(retryDelay(http(503), 'safe', 3, 0.5)).to.equal(undefined);
  });
  it('waits no shorter than its own back-off', () => {
    expect(retryDelay(new ApiError('http', '', { status: 429, retryAfterMs: 0 }), 'safe', 1, 0.5)).to.equal(
      500,
    );
  });
});

describe('Retry-After', () => {
  const read = (value: string) => retryAfterMs(new Headers({ 'Retry-After': value }));

  it('names seconds', () => {
    expect(read('3')).to.equal(3000);
  });
  it('names a date that is over: no wait', () => {
    expect(read('Thu, 01 Jan 1970 00:00:00 GMT')).to.equal(0);
  });
  it('names a date to come', () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
    expect(read(inAnHour)).to.be.within(3_500_000, 3_600_000);
  });
  for (const value of ['', 'soon', '-5', '1.5']) {
    it(`is ignored when it is "${value}"`, () => {
      expect(read(value) ?? 0).to.equal(0);
    });
  }
});
