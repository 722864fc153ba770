import { expect } from '@open-wc/testing';
import { reportFailure } from '../../../src/process/connect/report-failure.js';
import { loginInitRspOf } from '../../../src/testing/connect-wire.js';
import { answer } from '../../../src/testing/scripted-fetch.js';
import { creationOptions } from '../../../src/testing/wire.js';
import type { CeremonyFailure } from '../../../src/webauthn/webauthn-outcome.js';
import { ConnectPage } from './support/connect-page.js';

const EVENTS = 'POST /v2/connect/events';

async function reported(
  ceremony: 'login' | 'append' | 'manage',
  outcome: CeremonyFailure,
  options = creationOptions('AQID'),
): Promise<unknown> {
  const page = new ConnectPage({
    script: {
      'POST /v2/connect/login/init': answer(loginInitRspOf()),
      [EVENTS]: { kind: 'answer', status: 204 },
    },
  });
  await page.session.login(page.abort.signal);
  reportFailure(page.session, ceremony, outcome, options);
  return page.fetch.to(EVENTS)[0]?.body;
}

describe('a ceremony that came to nothing', () => {
  for (const outcome of ['cancelled', 'timed-out', 'no-credential'] as const)
    it(`is an error that is expected when ${outcome}`, async () => {
      expect(await reported('login', outcome)).to.include({ eventType: 'login-error' });
    });

  for (const outcome of ['busy', 'unsupported', 'not-secure', 'invalid-options', 'failed'] as const)
    it(`is unexpected when ${outcome}`, async () => {
      expect(await reported('append', outcome)).to.include({ eventType: 'append-error-unexpected' });
    });

  it('is told of with the challenge alone, not with all options', async () => {
    expect(await reported('append', 'cancelled')).to.deep.equal({
      eventType: 'append-error',
      message: 'situation: cancelled',
      challenge: 'AQID',
    });
  });

  it('is told of without a challenge where the options cannot be read', async () => {
    expect(await reported('append', 'failed', 'no options')).to.not.have.property('challenge');
  });

  for (const ceremony of ['append', 'manage'] as const)
    it(`is a credential that exists already for ${ceremony}`, async () => {
      const eventType = `${ceremony}-credential-exists`;
      expect(await reported(ceremony, 'already-registered')).to.include({ eventType });
    });

  it('is nothing to tell of when the kit itself ended it', async () => {
    expect(await reported('login', 'aborted')).to.equal(undefined);
  });
});
