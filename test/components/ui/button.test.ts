import { expect, fixture, html } from '@open-wc/testing';
import { passkeyIcon } from '../../../src/components/ui/icon.js';
import { button, linkButton, type ButtonOptions } from '../../../src/components/ui/button.js';

describe('button', () => {
  let clicks: number;
  beforeEach(() => (clicks = 0));
  const draw = (options: Partial<ButtonOptions> = {}) =>
    fixture<HTMLButtonElement>(button({ label: 'Continue', onClick: () => clicks++, ...options }));

  it('is a plain button unless it is to submit', async () => {
    expect((await draw()).type).to.equal('button');
    expect((await draw({ type: 'submit' })).type).to.equal('submit');
  });

  it('reports a press', async () => {
    (await draw()).click();
    expect(clicks).to.equal(1);
  });

  for (const state of ['busy', 'blocked'] as const) {
    it(`reports none while ${state}, but can be focused and keeps its name`, async () => {
      const drawn = await draw({ [state]: true });
      drawn.click();
      drawn.focus();
      expect(clicks).to.equal(0);
      expect(document.activeElement).to.equal(drawn);
      expect(drawn.disabled).to.equal(false);
      expect(drawn.ariaDisabled).to.equal('true');
      expect(drawn.textContent?.trim()).to.equal('Continue');
    });

    it(`submits no form while ${state}`, async () => {
      let submits = 0;
      const count = (event: SubmitEvent) => {
        event.preventDefault();
        submits++;
      };
      const form = await fixture<HTMLFormElement>(
        html`<form @submit=${count}>${button({ label: 'Send', type: 'submit', [state]: true })}</form>`,
      );
      form.querySelector('button')?.click();
      expect(submits).to.equal(0);
    });
  }

  it('is busy for assistive technology only while its own action runs', async () => {
    expect((await draw({ busy: true })).ariaBusy).to.equal('true');
    expect((await draw({ blocked: true })).ariaBusy).to.equal(null);
  });

  it('shows its spinner in the place of the icon, so that the label does not move', async () => {
    const [idle, busy] = [await draw({ icon: passkeyIcon }), await draw({ icon: passkeyIcon, busy: true })];
    expect([...idle.children].map(({ localName }) => localName)).to.deep.equal(['svg', 'span']);
    expect([...busy.children].map(({ className }) => className)).to.deep.equal([
      'cbo-spinner',
      'cbo-button-label',
    ]);
  });

  it('hides its icon and its spinner from assistive technology', async () => {
    const drawn = await draw({ busy: true });
    expect((await draw({ icon: passkeyIcon })).querySelector('svg')?.ariaHidden).to.equal('true');
    expect(drawn.querySelector('.cbo-spinner')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('takes a label as text, never as markup', async () => {
    expect((await draw({ label: '<img src=x>' })).textContent).to.contain('<img src=x>');
  });
});

describe('linkButton', () => {
  it('reports a press unless it is blocked', async () => {
    let presses = 0;
    const draw = (blocked: boolean) =>
      fixture<HTMLButtonElement>(linkButton('Change', () => presses++, blocked));
    (await draw(true)).click();
    expect(presses).to.equal(0);
    (await draw(false)).click();
    expect(presses).to.equal(1);
  });
});
