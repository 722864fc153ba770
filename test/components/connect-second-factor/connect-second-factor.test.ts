import { expect } from '@open-wc/testing';
import type { ConnectSecondFactor } from '../../../src/components/connect-second-factor/connect-second-factor.js';
import {
  answer,
  arriveAt,
  heading,
  loginInitRspOf,
  press,
  ProcessStage,
  secondFactorFixture,
  until,
  type BlockFixture,
} from '../../../src/testing/index.js';
import { heard } from '../../helpers/heard.js';
import { stages } from '../../helpers/stages.js';

const INIT = 'POST /v2/connect/login/init';
const SCREEN = 'client:second-factor';

/** A page with a factor of its own. */
function ownFactor(): HTMLFormElement {
  const form = document.createElement('form');
  form.id = 'own-factor';
  form.innerHTML = '<label>Code <input name="code"></label>';
  document.body.append(form);
  return form;
}

for (const renderRoot of ['shadow', 'light'] as const)
  describe(`<connect-second-factor>, screens in the ${renderRoot} DOM`, () => {
    const show = stages<ConnectSecondFactor>();
    let form: HTMLFormElement;
    beforeEach(() => (form = ownFactor()));
    afterEach(() => form.remove());

    const fixture = (properties = {}, options: Partial<BlockFixture> = {}) =>
      secondFactorFixture(SCREEN, options, { fallbackFor: 'own-factor', ...properties });

    it('confirms by one press, the site’s own factor out of the way', async () => {
      const { events, end } = heard('cbo-complete');
      const stage = await show(fixture({ redirectUrl: '/paid' }), { renderRoot });
      expect(form.hidden).to.equal(true);
      await press(stage, 'Confirm with your passkey');
      await until(() => stage.left.length > 0, 'the way on');
      end();
      expect(events).to.have.lengthOf(1);
      expect(stage.left.map(({ pathname }) => pathname)).to.deep.equal(['/paid']);
    });

    it('says that it is confirmed, not that somebody has signed in', async () => {
      const stage = await show(fixture(), { renderRoot });
      await press(stage, 'Confirm with your passkey');
      await until(() => stage.screen?.textContent.includes('You can close this page') === true, 'the end');
      expect(heading(stage)).to.equal('Confirmed');
    });

    it('gives way to the site’s own factor at once, which takes the focus', async () => {
      const { events, end } = heard('cbo-fallback');
      const stage = await show(fixture(), { renderRoot });
      await press(stage, 'Use another way');
      await until(() => events.length > 0, 'the event');
      end();
      expect(events[0]).to.include({ code: 'own_login', message: '' });
      expect(form.hidden).to.equal(false);
      expect(document.activeElement).to.equal(form.querySelector('input'));
    });

    it('gives way while the prompt is open, too', async () => {
      const stage = await show(fixture({}, { webauthn: { get: ['open'] } }), { renderRoot });
      await press(stage, 'Confirm with your passkey');
      await press(stage, 'Use another way');
      await until(() => !form.hidden, 'the own factor');
    });

    it('says why the site’s own factor is there after two prompts that came to nothing', async () => {
      const { events, end } = heard('cbo-fallback');
      const stage = await show(fixture({}, { webauthn: { get: ['cancelled'] } }), { renderRoot });
      await press(stage, 'Confirm with your passkey');
      await until(() => stage.screen?.problem !== undefined, 'the end of the prompt');
      await arriveAt(stage, 'Confirm it’s you');
      await press(stage, 'Try again');
      await until(() => events.length > 0, 'the event');
      end();
      expect(events[0]).to.include({ code: 'failed_repeatedly' });
      expect(events[0]?.message).to.not.equal('');
    });

    it('shows nothing where passkeys are not allowed', async () => {
      const { events, end } = heard('cbo-fallback');
      const refused = secondFactorFixture(
        'client:handed-over',
        { script: { [INIT]: answer(loginInitRspOf({ loginAllowed: false })) } },
        { fallbackFor: 'own-factor' },
      );
      const stage = new ProcessStage<ConnectSecondFactor>(refused, { renderRoot });
      document.body.append(stage.element);
      await until(() => events.length > 0, 'the event');
      end();
      await stage.element.updateComplete;
      expect(form.hidden).to.equal(false);
      expect(stage.element.offsetHeight).to.equal(0);
      stage.remove();
    });
  });
