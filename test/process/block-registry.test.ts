import { expect } from '@open-wc/testing';
import { html } from 'lit';
import {
  BlockRegistry,
  define,
  pageBlocks,
  registerBlock,
  resolveBlock,
  type BlockEntry,
} from '../../src/process/block-registry.js';
import { PageTime } from './support/page-time.js';

let count = 0;
/** A tag that no other test has defined. */
const newTag = () => `test-block-${++count}`;
const newClass = () => class extends HTMLElement {};

const kindOf = (registry: BlockRegistry, type = 'x') => registry.resolve(type)?.kind;

describe('a block registry', () => {
  it('draws a class at hand, defined on first use', () => {
    const tag = newTag();
    const registry = new BlockRegistry([{ type: 'x', tag, element: newClass() }]);
    expect(customElements.get(tag)).to.equal(undefined);
    expect(registry.resolve('x')).to.deep.equal({ kind: 'element', tag });
    expect(customElements.get(tag)).not.to.equal(undefined);
  });

  it('draws a tag that the page has defined', () => {
    const tag = newTag();
    customElements.define(tag, newClass());
    expect(new BlockRegistry([{ type: 'x', tag }]).resolve('x')).to.deep.equal({ kind: 'element', tag });
  });

  it('waits for a tag that the page defines later', async () => {
    const tag = newTag();
    const registry = new BlockRegistry([{ type: 'x', tag }]);
    const waiting = registry.resolve('x');
    customElements.define(tag, newClass());
    if (waiting?.kind !== 'loading') throw new Error('It does not wait');
    await waiting.loaded;
    expect(kindOf(registry)).to.equal('element');
  });

  it('draws by a function', () => {
    const render = () => html``;
    expect(new BlockRegistry([{ type: 'x', render }]).resolve('x')).to.deep.equal({ kind: 'render', render });
  });

  it('loads a class once, however often it is asked for', async () => {
    let loads = 0;
    const load = () => {
      loads += 1;
      return Promise.resolve(newClass());
    };
    const registry = new BlockRegistry([{ type: 'x', tag: newTag(), load }]);
    const [first, second] = [registry.resolve('x'), registry.resolve('x')];
    if (first?.kind !== 'loading' || second?.kind !== 'loading') throw new Error('It does not load');
    expect(second.loaded).to.equal(first.loaded);
    await first.loaded;
    expect([loads, kindOf(registry)]).to.deep.equal([1, 'element']);
  });

  for (const [how, load] of [
    ['rejects', () => Promise.reject(new TypeError('gone'))],
    [
      'throws',
      () => {
        throw new TypeError('gone');
      },
    ],
    ['gives no class', () => Promise.resolve('text' as never)],
  ] as const)
    it(`loads again after a load that ${how}`, async () => {
      let loads = 0;
      const flaky = () => (++loads === 1 ? load() : Promise.resolve(newClass()));
      const registry = new BlockRegistry([{ type: 'x', tag: newTag(), load: flaky }]);
      const failing = registry.resolve('x');
      if (failing?.kind !== 'loading') throw new Error('It does not load');
      const failure = await failing.loaded.catch((cause: unknown) => cause);
      expect(failure).to.be.instanceOf(TypeError);
      const again = registry.resolve('x');
      if (again?.kind !== 'loading') throw new Error('It does not load again');
      await again.loaded;
      expect(kindOf(registry)).to.equal('element');
    });

  it('serves the actions that an entry names, and no other', () => {
    const accept = () => Promise.reject(new Error('not called'));
    const registry = new BlockRegistry([
      { type: 'x', render: () => html``, actions: { 'accept-x': accept } as BlockEntry['actions'] & object },
    ]);
    expect(registry.action('x', 'accept-x')).to.equal(accept);
    for (const [type, action] of [
      ['x', 'other'],
      ['x', 'constructor'],
      ['y', 'accept-x'],
    ] as const)
      expect(registry.action(type, action)).to.equal(undefined);
  });

  it('keeps the element that the page has under a tag already', () => {
    const tag = newTag();
    const pages = newClass();
    customElements.define(tag, pages);
    new BlockRegistry([{ type: 'x', tag, element: newClass() }]).resolve('x');
    expect(customElements.get(tag)).to.equal(pages);
  });

  it('draws one class under two tags', () => {
    const element = newClass();
    const registry = new BlockRegistry([
      { type: 'x', tag: newTag(), element },
      { type: 'y', tag: newTag(), element },
    ]);
    expect([kindOf(registry, 'x'), kindOf(registry, 'y')]).to.deep.equal(['element', 'element']);
  });

  it('replaces an entry of the same type', () => {
    const registry = new BlockRegistry([{ type: 'x', tag: newTag(), element: newClass() }]);
    registry.set({ type: 'x', render: () => html`` });
    expect(kindOf(registry)).to.equal('render');
  });

  it('tells which type has changed', () => {
    const registry = new BlockRegistry();
    const changed: unknown[] = [];
    registry.addEventListener('change', (event) => changed.push((event as CustomEvent).detail));
    registry.set({ type: 'x', render: () => html`` });
    expect(changed).to.deep.equal(['x']);
  });

  for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])
    it(`knows no type "${type}" that nobody registered`, () => {
      expect(new BlockRegistry([{ type: 'x', render: () => html`` }]).resolve(type)).to.equal(undefined);
    });

  for (const type of ['__proto__', 'constructor'])
    it(`draws a type "${type}" that somebody registered`, () => {
      expect(kindOf(new BlockRegistry([{ type, render: () => html`` }]), type)).to.equal('render');
      expect({}).not.to.have.property('render');
    });

  for (const entry of [
    {},
    { type: '' },
    { type: 'x' },
    { type: 7, tag: 'a-b' },
    { type: 'x', tag: 'div' },
    { type: 'x', tag: 'Test-Block' },
    { type: 'x', tag: '-block' },
    { type: 'x', tag: 'test-block onclick' },
    { type: 'x', tag: 'test-<img>' },
    { type: 'x', tag: 7 },
    { type: 'x', render: 'text' },
    { type: 'x', render: undefined },
    { type: 'x', tag: 'a-b', element: 'text' },
    { type: 'x', tag: 'a-b', load: 'text' },
    { type: 'x', tag: 'a-b', actions: 'text' },
    { type: 'x', tag: 'a-b', actions: null },
    null,
    'text',
  ])
    it(`refuses ${JSON.stringify(entry)}, which cannot be drawn`, () => {
      expect(() => new BlockRegistry([entry as unknown as BlockEntry])).to.throw(TypeError, /block/i);
    });
});

describe('a block that does not come', () => {
  let time: PageTime;
  beforeEach(() => {
    time = new PageTime();
  });
  afterEach(() => time.restore());

  /** Whether the wait for a block has ended, and how. */
  function waitFor(registry: BlockRegistry) {
    const resolved = registry.resolve('x');
    if (resolved?.kind !== 'loading') throw new Error('It does not wait');
    const wait = { otherwise: resolved.otherwise, ended: 'not yet' };
    resolved.loaded.then(
      () => (wait.ended = 'there'),
      (cause: unknown) => (wait.ended = String(cause)),
    );
    return wait;
  }

  const never = () => new Promise<never>(() => undefined);

  it('is waited for ten seconds when nobody defines its tag', async () => {
    const tag = newTag();
    const wait = waitFor(new BlockRegistry([{ type: 'x', tag }]));
    await time.advance(9_999);
    expect(wait.ended).to.equal('not yet');
    await time.advance(1);
    expect(wait).to.deep.equal({
      otherwise: 'client:unknown',
      ended: `TypeError: <${tag}> has not been defined`,
    });
  });

  it('is waited for ten seconds when its module hangs', async () => {
    const wait = waitFor(new BlockRegistry([{ type: 'x', tag: newTag(), load: never }]));
    await time.advance(10_000);
    expect(wait.otherwise).to.equal('client:error');
    expect(wait.ended).to.match(/^TypeError/);
  });

  it('is drawn when it comes later all the same', async () => {
    const tag = newTag();
    const registry = new BlockRegistry([{ type: 'x', tag }]);
    waitFor(registry);
    await time.advance(10_000);
    customElements.define(tag, newClass());
    expect(kindOf(registry)).to.equal('element');
  });

  it('is waited for anew when it is asked for again', async () => {
    const registry = new BlockRegistry([{ type: 'x', tag: newTag() }]);
    waitFor(registry);
    await time.advance(10_000);
    const second = waitFor(registry);
    await time.advance(9_999);
    expect(second.ended).to.equal('not yet');
  });

  it('leaves no timer behind once it has come', async () => {
    const tag = newTag();
    const wait = waitFor(new BlockRegistry([{ type: 'x', tag }]));
    customElements.define(tag, newClass());
    await time.advance(0);
    expect([wait.ended, time.pendingTimers]).to.deep.equal(['there', 0]);
  });
});

describe('layers of registries', () => {
  const layer = (...types: string[]) =>
    new BlockRegistry(types.map((type) => ({ type, render: () => html`${type}` })));

  it('draw with the first that knows the type', () => {
    const [own, page] = [layer('x'), layer('x', 'y')];
    expect(resolveBlock([own, page], 'x')).to.deep.equal(own.resolve('x'));
    expect(resolveBlock([own, page], 'y')).to.deep.equal(page.resolve('y'));
  });

  it('draw nothing when none knows it', () => {
    expect(resolveBlock([layer(), layer('x')], 'z')).to.equal(undefined);
    expect(resolveBlock([], 'x')).to.equal(undefined);
  });

  it('have one for the whole page, shared by every copy of the kit', () => {
    registerBlock({ type: 'test-of-the-page', render: () => html`` });
    expect(kindOf(pageBlocks(), 'test-of-the-page')).to.equal('render');
    const shared = globalThis as unknown as Record<symbol, unknown>;
    expect(shared[Symbol.for('corbado-elements.blocks')]).to.equal(pageBlocks());
  });
});

describe('define', () => {
  it('defines an element', () => {
    const [tag, element] = [newTag(), newClass()];
    define(tag, element);
    expect(customElements.get(tag)).to.equal(element);
  });

  it('may be called twice, also with another copy of the class', () => {
    const [tag, element] = [newTag(), newClass()];
    define(tag, element);
    define(tag, element);
    define(tag, newClass());
    expect(customElements.get(tag)).to.equal(element);
  });
});
