import { expect } from '@open-wc/testing';
import type { BrowserEnvironment } from '../../src/api/browser-facts.js';
import { clientInformation, gatherClientInformation } from '../../src/api/client-information.js';
import { FakeClock } from './support/fake-clock.js';

const never = () => new Promise<never>(() => {});
const fail = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
const throws = () => {
  throw new TypeError('patched');
};
const yes = () => Promise.resolve(true);

function browser({
  navigator = {},
  credential = {},
}: { navigator?: object; credential?: object } = {}): BrowserEnvironment {
  return {
    navigator: {
      webdriver: false,
      bluetooth: { getAvailability: yes },
      userAgentData: {
        getHighEntropyValues: () =>
          Promise.resolve({ platform: 'macOS', platformVersion: '15.1', mobile: false, brands: [] }),
      },
      ...navigator,
    },
    PublicKeyCredential: {
      isUserVerifyingPlatformAuthenticatorAvailable: yes,
      isConditionalMediationAvailable: yes,
      getClientCapabilities: () =>
        Promise.resolve({ conditionalGet: true, 'extension:prf': true, odd: 'text' }),
      ...credential,
    },
  };
}

const everything = {
  isNative: false,
  webdriver: false,
  bluetoothAvailable: true,
  javaScriptHighEntropy: { platform: 'macOS', platformVersion: '15.1', mobile: false },
  isUserVerifyingPlatformAuthenticatorAvailable: true,
  isConditionalMediationAvailable: true,
  clientCapabilities: { conditionalGet: true, 'extension:prf': true },
};

describe('client information', () => {
  it('holds every fact the browser tells', async () => {
    expect(await gatherClientInformation(browser())).to.deep.equal(everything);
  });

  it('is gathered without waiting when the browser answers', async () => {
    const clock = new FakeClock();
    expect(await clientInformation({ environment: browser(), clock })).to.deep.equal(everything);
    expect(clock.now()).to.equal(0);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('holds the stored handle and the host’s visitor id', async () => {
    const information = await clientInformation({
      environment: browser(),
      handle: { value: 'h', meta: { ts: 5, source: 'ls' } },
      visitorId: () => Promise.resolve('visitor'),
    });
    expect(information).to.deep.include({
      clientEnvHandle: 'h',
      clientEnvHandleMeta: { ts: 5, source: 'ls' },
      visitorId: 'visitor',
    });
  });

  it('of a browser without any of it says that there are no passkeys', async () => {
    expect(await gatherClientInformation({})).to.deep.equal({
      isNative: false,
      isUserVerifyingPlatformAuthenticatorAvailable: false,
      isConditionalMediationAvailable: false,
    });
  });

  it('of this very browser can be had', async () => {
    expect(await clientInformation({ timeoutMs: 5000 })).to.include({ isNative: false });
  });

  const probes: [string, (probe: () => unknown) => BrowserEnvironment, string][] = [
    [
      'bluetooth',
      (probe) => browser({ navigator: { bluetooth: { getAvailability: probe } } }),
      'bluetoothAvailable',
    ],
    [
      'userAgentData',
      (probe) => browser({ navigator: { userAgentData: { getHighEntropyValues: probe } } }),
      'javaScriptHighEntropy',
    ],
    [
      'platform authenticator',
      (probe) => browser({ credential: { isUserVerifyingPlatformAuthenticatorAvailable: probe } }),
      'isUserVerifyingPlatformAuthenticatorAvailable',
    ],
    [
      'conditional mediation',
      (probe) => browser({ credential: { isConditionalMediationAvailable: probe } }),
      'isConditionalMediationAvailable',
    ],
    [
      'capabilities',
      (probe) => browser({ credential: { getClientCapabilities: probe } }),
      'clientCapabilities',
    ],
  ];
  for (const [name, environmentWith, member] of probes) {
    const { [member as keyof typeof everything]: _, ...rest } = everything;

    for (const [how, probe] of [
      ['rejects', fail],
      ['throws', throws],
    ] as const) {
      it(`lacks only its own fact when the ${name} probe ${how}`, async () => {
        expect(await gatherClientInformation(environmentWith(probe))).to.deep.equal(rest);
      });
    }

    it(`lacks only its own fact, after 300 ms, when the ${name} probe never answers`, async () => {
      const clock = new FakeClock();
      const result = await clock.untilSettled(
        clientInformation({ environment: environmentWith(never), clock }),
      );
      expect(result).to.deep.equal({ status: 'fulfilled', value: rest });
      expect(clock.now()).to.equal(300);
    });
  }

  for (const [how, visitorId] of [
    ['rejects', fail],
    ['throws', throws],
    ['never answers', never],
    ['gives no text', () => Promise.resolve(7 as unknown as string)],
  ] as const) {
    it(`has no visitor id when the host’s function ${how}`, async () => {
      const clock = new FakeClock();
      const result = await clock.untilSettled(
        clientInformation({ environment: browser(), visitorId, clock }),
      );
      expect(result).to.deep.equal({ status: 'fulfilled', value: everything });
    });
  }

  it('survives getters that throw', async () => {
    const environment = Object.defineProperties(
      {},
      { navigator: { get: throws }, PublicKeyCredential: { get: throws } },
    );
    expect(await gatherClientInformation(environment)).to.deep.equal({ isNative: false });
  });

  it('ignores answers of the wrong type', async () => {
    const odd = () => Promise.resolve('odd');
    const environment = browser({
      navigator: {
        webdriver: 'x',
        bluetooth: { getAvailability: odd },
        userAgentData: { getHighEntropyValues: odd },
      },
      credential: { getClientCapabilities: odd },
    });
    expect(await gatherClientInformation(environment)).to.deep.equal({
      isNative: false,
      isUserVerifyingPlatformAuthenticatorAvailable: true,
      isConditionalMediationAvailable: true,
    });
  });

  it('asks the browser once for a page, and hands out later what came late', async () => {
    let asked = 0;
    let answer: (value: boolean) => void = () => {};
    const getAvailability = () => {
      asked++;
      return new Promise<boolean>((resolve) => (answer = resolve));
    };
    const environment = browser({ navigator: { bluetooth: { getAvailability } } });
    const clock = new FakeClock();
    const first = await clock.untilSettled(clientInformation({ environment, clock }));
    answer(true);

    const second = await clock.untilSettled(clientInformation({ environment, clock }));

    expect(first).to.deep.include({ status: 'fulfilled' });
    expect(first).not.to.have.nested.property('value.bluetoothAvailable');
    expect(second).to.have.nested.property('value.bluetoothAvailable', true);
    expect(asked).to.equal(1);
  });

  it('is a copy each time', async () => {
    const environment = browser();
    const first = await gatherClientInformation(environment);
    first.webdriver = true;
    expect((await gatherClientInformation(environment)).webdriver).to.equal(false);
  });
});
