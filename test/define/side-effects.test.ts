import { expect } from '@open-wc/testing';

describe('importing the classes', () => {
  it('defines nothing, asks for nothing, and touches neither page nor storage', async () => {
    const { fetch } = globalThis;
    const done: string[] = [];
    const note = (what: string) => () => {
      done.push(what);
      throw new Error(`Importing must not ${what}`);
    };
    globalThis.fetch = note('fetch');
    customElements.define = note('define');
    const [body, head, stored] = [
      document.body.childElementCount,
      document.head.childElementCount,
      localStorage.length,
    ];
    try {
      await import('../../src/index.js');
    } finally {
      globalThis.fetch = fetch;
      // The method lives on the prototype.
      Reflect.deleteProperty(customElements, 'define');
    }
    expect(done).to.deep.equal([]);
    expect(customElements.get('auth-process')).to.equal(undefined);
    expect([
      document.body.childElementCount,
      document.head.childElementCount,
      localStorage.length,
    ]).to.deep.equal([body, head, stored]);
  });

  it('defines the elements with the define modules, each its own', async () => {
    await import('../../src/define/corbado-provider.js');
    expect(customElements.get('corbado-provider')).not.to.equal(undefined);
    expect(customElements.get('auth-process')).to.equal(undefined);
    await import('../../src/define.js');
    expect(customElements.get('auth-process')).not.to.equal(undefined);
  });
});
