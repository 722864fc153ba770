import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isIdentifierAllowed, isRolledOut } from '../src/connect/rollout.js';
import { connectPage } from './support/connect-page.js';

const settings = (connectRolloutPercentage: number, connectInvitationTokens: string[] = []) => ({
  connectRolloutPercentage,
  connectInvitationTokens,
});
const device = (number: number) => ({ projectId: 'pro-1', clientEnvHandle: `env-${number}` });
const devices = Array.from({ length: 2000 }, (_, number) => device(number));
const share = (percentage: number) =>
  devices.filter((facts) => isRolledOut(settings(percentage), facts)).length / devices.length;

describe('the rollout', () => {
  it('reaches nobody at 0 and everybody at 100', () => {
    assert.deepEqual([share(0), share(100)], [0, 1]);
  });

  it('reaches about the share that was asked for', () => {
    assert.ok(Math.abs(share(30) - 0.3) < 0.05, String(share(30)));
  });

  it('drops nobody when it grows', () => {
    const reached = devices.filter((facts) => isRolledOut(settings(20), facts));
    assert.ok(reached.every((facts) => isRolledOut(settings(40), facts)));
  });

  it('differs from project to project', () => {
    const other = devices.filter((facts) => isRolledOut(settings(50), { ...facts, projectId: 'pro-2' }));
    assert.ok(other.some((facts) => !isRolledOut(settings(50), { ...facts, projectId: 'pro-1' })));
  });

  it('is lifted by an invitation, not by any text', () => {
    const invited = (invitationToken: string) =>
      isRolledOut(settings(0, ['inv-1']), { ...device(1), invitationToken });
    assert.deepEqual([invited('inv-1'), invited('inv-2'), invited('')], [true, false, false]);
  });
});

describe('the rules about people', () => {
  const rules = [
    { pattern: 'ada@example.com', allowed: true },
    { pattern: '*@EXAMPLE.com', allowed: false },
    { pattern: 'a.b*', allowed: false },
  ];
  const table: [string, boolean][] = [
    ['ada@example.com', true],
    ['grace@example.com', false],
    ['grace@example.org', true],
    ['a.bc', false],
    ['axbc', true],
  ];
  for (const [identifier, allowed] of table) {
    it(`${allowed ? 'let in' : 'keep out'} ${identifier}`, () => {
      assert.equal(isIdentifierAllowed(rules, identifier), allowed);
    });
  }
});

describe('a device that is not reached yet', () => {
  const gate = { connectRolloutPercentage: 0, connectInvitationTokens: ['inv-1'] };

  it('may do nothing', async () => {
    const page = await connectPage(gate);
    const login = await page.loginInit();
    const append = await page.appendInit();
    const manage = await page.manageInit();
    assert.deepEqual(
      [login.body.loginAllowed, append.body.appendAllowed, manage.body.manageAllowed],
      [false, false, false],
    );
  });

  it('may do everything once it is invited', async () => {
    const page = await connectPage(gate);
    await page.loginInit();
    const invitation = { invitationToken: 'inv-1' };
    const login = await page.loginInit(invitation);
    const append = await page.appendInit(invitation);
    const manage = await page.manageInit(invitation);
    assert.deepEqual(
      [login.body.loginAllowed, append.body.appendAllowed, manage.body.manageAllowed],
      [true, true, true],
    );
  });

  it('gets no passkey by not asking first', async () => {
    const page = await connectPage();
    await page.addPasskey();
    await page.settings(gate);
    await page.loginInit();
    await page.appendInit();
    const { body: login } = await page.loginStart();
    assert.deepEqual([login.assertionOptions, login.fallbackOperationError.initFallback], ['', true]);
    assert.equal((await page.appendStart()).body.attestationOptions, '');
  });
});

describe('a person the rules keep out', () => {
  const rules = { connectIdentifierRules: [{ pattern: 'ada@*', allowed: false }] };

  it('signs in the way of the site', async () => {
    const page = await connectPage(rules);
    await page.loginInit();
    const { body } = await page.loginStart();
    const { error, ...rest } = body.fallbackOperationError;
    assert.equal(error?.code, 'identifier_not_whitelisted');
    assert.deepEqual(rest, { initFallback: true, identifier: 'ada@example.com' });
  });

  it('does not get in by autofill', async () => {
    const page = await connectPage();
    await page.addPasskey();
    await page.settings(rules);
    const { conditionalUIChallenge = '' } = (await page.loginInit()).body;
    const { body } = await page.loginFinish(page.authenticator.get(conditionalUIChallenge), true);
    assert.deepEqual(
      [body.fallbackOperationError?.error?.code, body.signedPasskeyData],
      ['identifier_not_whitelisted', ''],
    );
  });

  it('is offered no passkey', async () => {
    const page = await connectPage(rules);
    await page.appendInit();
    assert.equal((await page.appendStart()).body.attestationOptions, '');
  });
});
