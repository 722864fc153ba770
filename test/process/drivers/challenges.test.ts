import { expect } from '@open-wc/testing';
import { challengeOf, Challenges, FRESH_MS } from '../../../src/process/drivers/challenges.js';
import { toStep } from '../../../src/process/wire-step.js';
import { blockOf, creationOptions, requestOptions } from '../../../src/testing/wire.js';

const append = toStep(blockOf('passkey-append'), 0);

function delivered(step = append) {
  let now = 1_000;
  const challenges = new Challenges(() => now);
  challenges.deliver(step);
  return { challenges, pass: (ms: number) => (now += ms) };
}

describe('a challenge', () => {
  it('may be used once it was delivered', () => {
    expect(delivered().challenges.usable(append)).to.equal(creationOptions());
  });

  it('may not be used when nobody delivered it', () => {
    expect(new Challenges().usable(append)).to.equal(undefined);
  });

  it('may be used for four minutes', () => {
    const { challenges, pass } = delivered();
    pass(FRESH_MS - 1);
    expect(challenges.usable(append)).to.equal(creationOptions());
    pass(1);
    expect(challenges.usable(append)).to.equal(undefined);
  });

  it('does not become younger by being delivered again', () => {
    const { challenges, pass } = delivered();
    pass(FRESH_MS);
    challenges.deliver(append);
    expect(challenges.usable(append)).to.equal(undefined);
  });

  it('may not be used after it was handed in', () => {
    const { challenges } = delivered();
    challenges.spend(creationOptions());
    expect(challenges.usable(append)).to.equal(undefined);
  });

  it('is delivered with an alternative as well', () => {
    const login = blockOf('login-init');
    const step = toStep(blockOf('signup-init', { alternatives: [login] }), 0);
    expect(delivered(step).challenges.usable(toStep(login, 0))).to.equal(requestOptions());
  });
});

describe('the challenge of a step', () => {
  it('stands in challenge or conditionalUIChallenge', () => {
    expect(challengeOf(append)).to.equal(creationOptions());
    expect(challengeOf(toStep(blockOf('login-init'), 0))).to.equal(requestOptions());
  });

  it('is none where the step has none', () => {
    expect(challengeOf(toStep(blockOf('signup-init'), 0))).to.equal('');
  });

  it('is none where it is no text', () => {
    const step = toStep({ ...blockOf('passkey-appended'), data: { challenge: 7 } as never }, 0);
    expect(challengeOf(step)).to.equal('');
  });
});
