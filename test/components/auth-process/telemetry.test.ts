import { expect } from '@open-wc/testing';
import { CorbadoProvider } from '../../../src/components/corbado-provider/corbado-provider.js';
import type { Telemetry } from '../../../src/components/base/telemetry-context.js';
import { define } from '../../../src/process/block-registry.js';
import { fixtures, ProcessStage, type BlockFixture } from '../../../src/testing/index.js';

const EVENTS = 'POST /v2/auth/events';
const failing: BlockFixture = {
  ...fixtures['passkey-append'].afterError,
  webauthn: { create: ['cancelled'] },
};

describe('telemetry', () => {
  const placed: Element[] = [];
  afterEach(() => placed.splice(0).forEach((element) => element.remove()));

  async function shown(own?: Telemetry, provided?: Telemetry): Promise<ProcessStage> {
    define('corbado-provider', CorbadoProvider);
    const stage = new ProcessStage(failing);
    if (own) stage.element.setAttribute('telemetry', own);
    const provider = document.createElement('corbado-provider');
    if (provided) provider.setAttribute('telemetry', provided);
    document.body.append(provider);
    placed.push(provider);
    return stage.show(provider);
  }

  const reports = async (own?: Telemetry, provided?: Telemetry) => {
    const stage = await shown(own, provided);
    await stage.act({ type: 'create-passkey' });
    return stage.fetch.to(EVENTS).length;
  };

  it('is on unless told otherwise', async () => expect(await reports()).to.equal(1));
  it('is off by the attribute of the element', async () => expect(await reports('off')).to.equal(0));
  it('is off by that of the provider', async () => expect(await reports(undefined, 'off')).to.equal(0));
  it('is as the element says where both do', async () => expect(await reports('on', 'off')).to.equal(1));

  it('can be switched off while a process runs', async () => {
    const stage = await shown();
    stage.element.telemetry = 'off';
    await stage.act({ type: 'create-passkey' });
    expect(stage.fetch.to(EVENTS)).to.deep.equal([]);
  });

  it('that is off takes away the button that only the server could remember', async () => {
    const names = async (own?: Telemetry) => (await shown(own)).screen?.textContent ?? '';
    expect(await names()).to.contain('Don’t ask again');
    expect(await names('off')).not.to.contain('Don’t ask again');
  });
});
