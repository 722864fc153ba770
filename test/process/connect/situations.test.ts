import { expect } from '@open-wc/testing';
import type { ConnectLogin } from '../../../src/components/connect-login/connect-login.js';
import { simulated } from '../../../src/process/connect/simulation.js';
import { simulationOf } from '../../../src/process/connect/situations.js';
import { fixtures, loginFixture, press, ProcessStage, typeInto, until } from '../../../src/testing/index.js';
import { heard } from '../../helpers/heard.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';

const PAGE = 'https://shop.example/login';
const ADA = 'ada@example.com';

describe('a simulated situation', () => {
  recordConsoleErrors();
  const stages: ProcessStage<ConnectLogin>[] = [];
  afterEach(() => {
    simulated.present = undefined;
    stages.splice(0).forEach((stage) => stage.remove());
  });

  async function acting(situation: string): Promise<ProcessStage<ConnectLogin>> {
    simulated.present = simulationOf(`${PAGE}?cbo-situation=${situation}`);
    const stage = new ProcessStage<ConnectLogin>(loginFixture('client:identifier'));
    stages.push(stage);
    document.body.append(stage.element);
    await stage.drawn();
    return stage;
  }
  const fallback = async (situation: string, typed: boolean) => {
    const { events, end } = heard('cbo-fallback');
    const stage = await acting(situation);
    if (typed) {
      await until(() => stage.screen?.querySelector('input') != null, 'the field');
      await typeInto(stage, 'Email', ADA);
      await press(stage, 'Continue');
    }
    await until(() => events.length > 0, 'the fallback');
    end();
    return events[0]?.code;
  };

  for (const [situation, code] of [
    ['not-allowed', 'not_allowed'],
    ['api-failing', 'unavailable'],
    ['unsupported', 'unsupported'],
  ] as const)
    it(`${situation} falls back at once`, async () => {
      expect(await fallback(situation, false)).to.equal(code);
    });

  for (const [situation, code] of [
    ['start-failing', 'unavailable'],
    ['finish-failing', 'unavailable'],
    ['passkey-deleted', 'passkey_deleted'],
    ['no-passkey', 'no_passkey'],
    ['not-secure', 'unsupported'],
  ] as const)
    it(`${situation} falls back`, async () => {
      expect(await fallback(situation, situation !== 'not-secure')).to.equal(code);
    });

  for (const [situation, screen] of [
    ['cancelled', 'client:soft-error'],
    ['other-device', 'client:hybrid'],
    ['unknown-user', 'client:identifier'],
  ] as const)
    it(`${situation} leads to ${screen}`, async () => {
      const stage = await acting(situation);
      await until(() => stage.screen?.querySelector('input') != null, 'the field');
      await typeInto(stage, 'Email', ADA);
      await press(stage, 'Continue');
      await until(() => stage.screen?.pending === undefined && stage.screen?.step?.type === screen, screen);
    });

  it('leaves nothing behind for the next visit', async () => {
    const kept = () => JSON.stringify(Object.entries(localStorage));
    const before = kept();
    await fallback('not-allowed', false);
    expect(kept()).to.equal(before);
  });

  for (const address of [PAGE, `${PAGE}?cbo-situation=`, `${PAGE}?cbo-situation=constructor`])
    it(`is none for ${address}`, () => {
      expect(simulationOf(address)).to.equal(undefined);
    });

  it('needs the import: by itself the parameter means nothing', async () => {
    const address = new URL(location.href);
    address.searchParams.set('cbo-situation', 'not-allowed');
    history.replaceState(null, '', address);
    const stage = new ProcessStage<ConnectLogin>(fixtures['client:identifier'].default);
    stages.push(stage);
    await stage.show();
    expect(stage.screen?.step?.type).to.equal('client:identifier');
    address.searchParams.delete('cbo-situation');
    history.replaceState(null, '', address);
  });
});
