import { expect } from '@open-wc/testing';
import { screen } from '../../../src/components/styles/screen.styles.js';
import {
  blockOf,
  control,
  field,
  fixtureOf,
  heading,
  ProcessStage,
  typeInto,
  until,
} from '../../../src/testing/index.js';
import { nextTask } from '../../support/next-task.js';
import { stages } from '../../helpers/stages.js';

const loginInit = fixtureOf(blockOf('login-init'));
const light = { renderRoot: 'light' } as const;
const adoptedBy = (root: Document | ShadowRoot) =>
  root.adoptedStyleSheets.filter((sheet) => sheet === screen.styleSheet).length;

/** A shadow root of the page, with a place for elements. */
function pageShadow() {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const place = document.createElement('div');
  root.append(place);
  return { host, root, place };
}

describe('screens in the shadow tree', () => {
  const show = stages();

  it('add nothing to the element and nothing to the document', async () => {
    const stage = await show(loginInit);
    expect(stage.element.childNodes.length).to.equal(0);
    expect(adoptedBy(document)).to.equal(0);
  });

  it('stand in the one shadow root', async () => {
    const stage = await show(loginInit);
    const { shadowRoot } = stage.element;
    expect(field(stage, 'Email').getRootNode() === shadowRoot).to.equal(true);
    expect(field(stage, 'Email').form?.getRootNode() === shadowRoot).to.equal(true);
  });
});

describe('screens in the light tree', () => {
  const show = stages();

  it('stand beside what the page put into the element', async () => {
    const stage = new ProcessStage(loginInit, light);
    const logo = document.createElement('span');
    logo.slot = 'logo';
    stage.element.append(logo);
    await stage.show();
    expect(stage.element.firstElementChild === logo).to.equal(true);
    expect(field(stage, 'Email').getRootNode() === document).to.equal(true);
    expect(field(stage, 'Email').form).not.to.equal(null);
    stage.remove();
  });

  it('are shown inside the card', async () => {
    const stage = await show(loginInit, light);
    const screenOfKit = stage.element.querySelector('.cbo-screen');
    expect((screenOfKit as HTMLElement).assignedSlot?.closest('.cbo-card')).not.to.equal(null);
  });

  it('give the document their styles while they are in it', async () => {
    const stage = await show(loginInit, light);
    expect(adoptedBy(document)).to.equal(1);
    expect(getComputedStyle(control(stage, 'Continue')).minBlockSize).to.equal('44px');
    stage.remove();
    expect(adoptedBy(document)).to.equal(0);
  });

  it('give the document their styles once, as long as one of two elements needs them', async () => {
    const [first, second] = [await show(loginInit, light), await show(loginInit, light)];
    expect(adoptedBy(document)).to.equal(1);
    first.remove();
    expect(adoptedBy(document)).to.equal(1);
    second.remove();
    expect(adoptedBy(document)).to.equal(0);
  });

  it('leave the styles of the page in place', async () => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    const stage = await show(loginInit, light);
    stage.remove();
    expect([...document.adoptedStyleSheets].every((adopted) => adopted === sheet)).to.equal(true);
    expect(document.adoptedStyleSheets).to.have.length(1);
    document.adoptedStyleSheets = [];
  });

  it('give their styles to the shadow root they stand in', async () => {
    const { host, root, place } = pageShadow();
    const stage = await new ProcessStage(loginInit, light).show(place);
    expect([adoptedBy(root), adoptedBy(document)]).to.deep.equal([1, 0]);
    expect(getComputedStyle(control(stage, 'Continue')).minBlockSize).to.equal('44px');
    document.body.append(stage.element);
    expect([adoptedBy(root), adoptedBy(document)]).to.deep.equal([0, 1]);
    stage.remove();
    host.remove();
  });

  it('come back when the page took them away', async () => {
    const stage = await show(loginInit, light);
    await typeInto(stage, 'Email', 'ada@example.com');
    stage.element.replaceChildren();
    stage.element.requestUpdate();
    await stage.drawn();
    expect(field(stage, 'Email').value).to.equal('ada@example.com');
  });

  it('have ids that no other element has', async () => {
    const all = [await show(loginInit, light), await show(loginInit, light)];
    const ids = all.map((stage) => field(stage, 'Email').id);
    expect(new Set(ids).size).to.equal(2);
    for (const stage of all) expect(field(stage, 'Email').labels).to.have.length(1);
  });
});

describe('changing where the screens live', () => {
  const show = stages();

  for (const [from, to] of [
    ['shadow', 'light'],
    ['light', 'shadow'],
  ] as const)
    it(`keeps what was typed, from ${from} to ${to}`, async () => {
      const stage = await show(loginInit, { renderRoot: from });
      await typeInto(stage, 'Email', 'ada@exam');
      const before = stage.screen;
      stage.element.renderRootMode = to;
      await until(() => stage.screen !== undefined, 'the screen');
      expect(stage.screen === before, 'the same element').to.equal(true);
      expect(field(stage, 'Email').value).to.equal('ada@exam');
      expect(getComputedStyle(control(stage, 'Continue')).minBlockSize).to.equal('44px');
      expect(adoptedBy(document)).to.equal(to === 'light' ? 1 : 0);
    });

  it('leaves one screen behind, however often it happens', async () => {
    const stage = await show(loginInit);
    for (const mode of ['light', 'shadow', 'light', 'light', 'shadow'] as const) {
      stage.element.renderRootMode = mode;
      await stage.drawn();
      await until(() => stage.screen !== undefined, 'the screen');
    }
    await nextTask();
    expect(stage.element.childNodes.length).to.equal(0);
    expect(heading(stage)).to.equal('Welcome back');
    expect(adoptedBy(document)).to.equal(0);
  });

  it('understands nothing but light and shadow', async () => {
    const stage = await show(loginInit);
    stage.element.setAttribute('render-root', 'closed');
    await stage.drawn();
    expect(stage.element.shadowRoot?.querySelector('.cbo-screen')).not.to.equal(null);
  });
});
