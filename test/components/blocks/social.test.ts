import { expect } from '@open-wc/testing';
import {
  answerWith,
  blockContract,
  blockOf,
  control,
  controlNames,
  fixtureOf,
  fixtures,
  message,
  press,
  screenOf,
  silence,
  socialDataOf,
  until,
  type BlockFixture,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

recordConsoleErrors();

const START = 'POST /v2/auth/social/verify/start';

blockContract('social-verify', {
  fixtures: fixtures['social-verify'],
  primary: { action: { type: 'continue' } },
});

for (const type of ['login-init', 'signup-init'] as const)
  describe(`providers on ${type}`, () => {
    const show = stages();
    const at = (...providers: string[]) =>
      fixtureOf(blockOf(type, { data: { socialData: socialDataOf(providers) } }));
    const shown = async (fixture: BlockFixture) => {
      const stage = await show(fixture, { otherwise: silence });
      await until(() => screenOf(stage).querySelector('.cbo-skeleton') === null, 'the buttons');
      return stage;
    };
    const offered = async (...providers: string[]) =>
      controlNames(await shown(at(...providers))).filter((name) => name.startsWith('Continue with'));
    const isLabelShown = (button: HTMLElement) =>
      button.querySelector('.cbo-button-label')!.getBoundingClientRect().width > 1;

    it('are named in the order of the server', async () => {
      expect(await offered('github', 'google')).to.deep.equal([
        'Continue with GitHub',
        'Continue with Google',
      ]);
    });

    it('show their names for up to two', async () => {
      const stage = await shown(at('google', 'microsoft'));
      expect(isLabelShown(control(stage, 'Continue with Google'))).to.equal(true);
    });

    for (const renderRoot of ['shadow', 'light'] as const)
      it(`are marks with names from three on, in the ${renderRoot} DOM`, async () => {
        const stage = await show(at('google', 'microsoft', 'github'), { renderRoot });
        await until(() => screenOf(stage).querySelector('.cbo-social') !== null, 'the marks');
        const button = control(stage, 'Continue with Microsoft');
        expect(isLabelShown(button)).to.equal(false);
        const { width, height } = button.querySelector('svg')!.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(16);
      });

    it('the kit does not know are shown by their name', async () => {
      const stage = await shown(at('google', 'github', 'apple'));
      expect(isLabelShown(control(stage, 'Continue with Apple'))).to.equal(true);
      expect(isLabelShown(control(stage, 'Continue with GitHub'))).to.equal(false);
    });

    it('keep their place free until they have come', async () => {
      const stage = await show(at('google', 'github'));
      const before = screenOf(stage).getBoundingClientRect().height;
      await until(() => screenOf(stage).querySelector('.cbo-skeleton') === null, 'the buttons');
      expect(screenOf(stage).getBoundingClientRect().height).to.be.closeTo(before, 1);
    });

    it('are not there where the project has none', async () => {
      expect(await offered()).to.deep.equal([]);
    });

    it('report which one was pressed', async () => {
      const stage = await shown(at('google', 'github'));
      await press(stage, 'Continue with GitHub');
      expect(stage.actions).to.deep.equal([{ type: 'use-social', provider: 'github' }]);
    });

    it('are busy from the press until the page is left, the pressed one alone', async () => {
      const stage = await shown(at('google', 'github'));
      await press(stage, 'Continue with GitHub');
      expect(control(stage, 'Continue with GitHub').ariaBusy).to.equal('true');
      expect(control(stage, 'Continue with Google').ariaBusy).to.equal(null);
      expect(control(stage, 'Continue with Google').ariaDisabled).to.equal('true');
    });

    it('lead away', async () => {
      const oauthUrl = 'https://github.com/login/oauth/authorize';
      const data = { socialData: socialDataOf(['github'], { status: 'started', oauthUrl }) } as const;
      const started = answerWith(blockOf(type, { data }));
      const stage = await shown({ ...at('github'), script: { ...at('github').script, [START]: started } });
      await press(stage, 'Continue with GitHub');
      await until(() => stage.left.length > 0, 'the page to be left');
      expect(stage.left[0]!.href).to.equal(oauthUrl);
      expect(control(stage, 'Continue with GitHub').ariaBusy).to.equal('true');
    });

    it('alone need no form', async () => {
      const stage = await shown(fixtures[type].socialOnly);
      expect(screenOf(stage).querySelector('form')).to.equal(null);
    });
  });

describe('what became of a sign-in with a provider', () => {
  const show = stages();

  it('is said in general words where its code is new', async () => {
    const stage = await show(fixtures['login-init'].socialError);
    await until(() => message(stage).startsWith('Signing in with that provider didn’t work.'), 'the words');
  });

  it('is said in particular ones where there are some', async () => {
    const stage = await show(fixtures['signup-init'].socialError);
    await until(() => message(stage).startsWith('An account with that email exists already.'), 'the words');
  });

  it('is said calmly where the person has called it off', async () => {
    const stage = await show(fixtures['login-init'].socialCancelled);
    await until(() => message(stage).startsWith('You came back before signing in there.'), 'the words');
    expect(stage.root.querySelector('.cbo-alert--danger')).to.equal(null);
  });

  it('is said in place when the server names an address nobody allowed', async () => {
    const stage = await show(fixtures['login-init'].socialForbidden);
    expect(stage.left).to.deep.equal([]);
    expect(message(stage)).to.equal('We couldn’t do that on Acme right now.');
  });

  it('leaves one way on, where the provider has said no', async () => {
    const stage = await show(fixtures['social-verify'].refused);
    expect(controlNames(stage)).to.deep.equal(['Sign in another way']);
    expect(stage.root.querySelector('.cbo-progress')).to.equal(null);
  });

  it('can be left behind', async () => {
    const stage = await show({
      ...fixtures['social-verify'].failed,
      script: {
        ...fixtures['social-verify'].failed.script,
        'POST /v2/auth/process/reset': answerWith(blockOf('login-init')),
      },
    });
    await press(stage, 'Sign in another way');
    await until(() => stage.screen?.step?.type === 'login-init', 'the form');
  });
});
