import { expect } from '@open-wc/testing';
import type { BlockBody } from '../../src/api/types.js';
import { clientStep, isStep, type ClientKnowledge } from '../../src/process/step.js';
import { switchTo, toStep } from '../../src/process/wire-step.js';
import { blockOf, otherBlockOf } from '../../src/testing/wire.js';
import { mutationsOf, ODD_VALUES } from './support/odd-values.js';

const loginStep = (known: ClientKnowledge = {}, data = {}) => {
  const step = toStep(blockOf('login-init', { data }), 0, known);
  if (!isStep(step, 'login-init')) throw new Error('This is no login-init');
  return step;
};

const signupStep = (known: ClientKnowledge, data = {}) => {
  const step = toStep(blockOf('signup-init', { data }), 0, known);
  if (!isStep(step, 'signup-init')) throw new Error('This is no signup-init');
  return step;
};

describe('toStep', () => {
  it('never throws, whatever stands in a block', () => {
    const body = blockOf('login-init', { error: { code: 'a', message: 'b' } });
    for (const mutation of mutationsOf(body)) toStep({ block: 'x', ...mutation } as unknown as BlockBody, 0);
    for (const data of ODD_VALUES) toStep({ ...body, data } as BlockBody, 0);
  });

  it('keeps the data of a type it does not know', () => {
    const data = { anything: { deep: [1, 2, 3] } };
    const step = toStep(otherBlockOf('hologram-verify', { data: data as never }), 0);
    expect(step.type).to.equal('hologram-verify');
    expect(step.data).to.deep.equal(data);
  });

  for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    it(`takes ${type} for a type it does not know`, () => {
      const step = toStep(otherBlockOf(type, { data: { a: 1 } as never }), 0);
      expect(step).to.deep.include({ type, data: { a: 1 } });
    });

  it('gives no token to a screen', () => {
    const step = toStep(blockOf('completed', { data: { refreshToken: 'rt-1' } }), 0);
    expect(step.data).to.deep.equal({ done: false });
    expect(JSON.stringify(step)).not.to.match(/rt-1|Session|Token/);
  });

  it('gives no token of an alternative to a screen', () => {
    const step = toStep(blockOf('passkey-append', { alternatives: [blockOf('completed')] }), 0);
    expect(JSON.stringify(step)).not.to.match(/Session|sessionToken/);
  });

  it('leaves out alternatives that are no blocks', () => {
    const alternatives = [null, 1, 'login-init', [], { block: 7 }, blockOf('signup-init')] as BlockBody[];
    const step = toStep(blockOf('login-init', { alternatives }), 0);
    expect(step.alternatives.map(({ type }) => type)).to.deep.equal(['signup-init']);
  });

  it('keeps one alternative of each type, and none of its own', () => {
    const alternatives = ['signup-init', 'login-init', 'signup-init'] as const;
    const step = toStep(
      blockOf('login-init', { alternatives: alternatives.map((type) => blockOf(type)) }),
      0,
    );
    expect(step.alternatives.map(({ type }) => type)).to.deep.equal(['signup-init']);
  });

  it('takes any authType but signup for a sign-in', () => {
    expect(toStep(blockOf('login-init', { authType: 'odd' as never }), 0).authType).to.equal('login');
    expect(toStep(blockOf('login-init', { authType: 'signup' }), 0).authType).to.equal('signup');
  });

  it('has another key for another block and for another process', () => {
    const keys = [
      toStep(blockOf('login-init'), 0).key,
      toStep(blockOf('signup-init'), 0).key,
      toStep(blockOf('login-init'), 1).key,
    ];
    expect(new Set(keys).size).to.equal(3);
    expect(toStep(blockOf('login-init', { data: { isPhone: true } }), 1).key).to.equal(keys[2]);
  });
});

describe('what the client knows', () => {
  it('puts the last identifier of this device into login-init', () => {
    const lastIdentifier = { value: 'ada@example.com', type: 'email' } as const;
    expect(loginStep({ lastIdentifier }).data.lastIdentifier).to.equal(lastIdentifier);
  });

  it('offers no passkey where the browser has none', () => {
    expect(loginStep({ passkeys: false }).data).not.to.have.property('conditionalUIChallenge');
    expect(loginStep({ passkeys: true }).data).to.have.property('conditionalUIChallenge');
  });

  it('puts what was typed into an empty login field, and not into a filled one', () => {
    const typed = { identifier: 'typed@example.com' };
    expect(loginStep({ typed }).data.identifierValue).to.equal('typed@example.com');
    expect(loginStep({ typed }, { identifierValue: 'server' }).data.identifierValue).to.equal('server');
  });

  it('puts what was typed at sign-up into the login field', () => {
    const typed = {
      identifiers: [
        { type: 'username', identifier: '' },
        { type: 'email', identifier: 'ada@example.com' },
      ] as const,
    };
    expect(loginStep({ typed }).data.identifierValue).to.equal('ada@example.com');
  });

  it('puts what was typed into the empty fields of a sign-up', () => {
    const typed = {
      fullName: 'Ada',
      identifiers: [{ type: 'email', identifier: 'typed@example.com' }] as const,
    };
    const { data } = signupStep({ typed }, { fullName: { fullName: '' } });
    expect(data.identifiers).to.deep.equal([{ type: 'email', identifier: 'typed@example.com' }]);
    expect(data.fullName).to.deep.equal({ fullName: 'Ada' });
  });
});

describe('switchTo', () => {
  const login = toStep(
    blockOf('login-init', { alternatives: [blockOf('signup-init'), blockOf('email-verify')] }),
    0,
  );

  it('switches to an alternative and back without losing any', () => {
    const signup = switchTo(login, 'signup-init')!;
    expect(signup.type).to.equal('signup-init');
    expect(signup.alternatives.map(({ type }) => type)).to.deep.equal(['login-init', 'email-verify']);
    const back = switchTo(signup, 'login-init')!;
    expect(back).to.deep.include({ key: login.key, type: login.type, data: login.data });
    expect(back.alternatives.map(({ type }) => type)).to.have.members(['signup-init', 'email-verify']);
  });

  it('keeps the key of a step over switching', () => {
    const signup = switchTo(login, 'signup-init')!;
    expect(switchTo(switchTo(signup, 'login-init')!, 'signup-init')?.key).to.equal(signup.key);
  });

  for (const type of ['passkey-verify', '__proto__', ''])
    it(`switches to nothing when "${type}" is no alternative`, () => {
      expect(switchTo(login, type)).to.equal(undefined);
    });
});

describe('clientStep', () => {
  it('keeps authType and ways on of the step it replaces', () => {
    const from = toStep(blockOf('passkey-append', { alternatives: [blockOf('completed')] }), 0);
    const step = clientStep('client:unknown', {}, from);
    expect(step.authType).to.equal('signup');
    expect(step.alternatives).to.equal(from.alternatives);
  });
});
