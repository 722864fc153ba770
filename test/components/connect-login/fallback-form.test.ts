import { expect } from '@open-wc/testing';
import type { ConnectLogin } from '../../../src/components/connect-login/connect-login.js';
import {
  answer,
  arriveAt,
  control,
  failWith,
  loginFixture,
  loginInitRspOf,
  loginRefusalOf,
  networkFailure,
  ProcessStage,
  until,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const INIT = 'POST /v2/connect/login/init';
const START = 'POST /v2/connect/login/start';
const ADA = 'ada@example.com';
const submit = { type: 'submit-identifier', identifier: ADA, isPhone: false } as const;

describe('the site’s own form', () => {
  const show = stages<ConnectLogin>();
  const errors = recordConsoleErrors();
  let form: HTMLFormElement;
  beforeEach(() => {
    form = document.createElement('form');
    form.id = 'own-login';
    form.innerHTML =
      '<input type="hidden" name="csrf" value="x" /><input name="email" autocomplete="username" /><input type="password" name="password" />';
    document.body.append(form);
  });
  afterEach(() => form.remove());
  const inputNamed = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const fallbackFor = 'own-login';

  it('is hidden while a passkey is offered', async () => {
    await show(loginFixture('client:identifier', {}, { fallbackFor }));
    expect(form.hidden).to.equal(true);
  });

  it('is hidden whatever the site’s style says, and gets its own display back', async () => {
    const styles = document.createElement('style');
    styles.textContent = 'form#own-login { display: grid !important }';
    document.head.append(styles);
    form.style.display = 'flex';
    const stage = await show(loginFixture('client:identifier', {}, { fallbackFor }));
    expect(form.offsetHeight).to.equal(0);
    stage.element.remove();
    expect(form.style.display).to.equal('flex');
    expect(form.offsetHeight).to.be.greaterThan(0);
    styles.remove();
  });

  it('stays when it stands around the element, and the developer is told', async () => {
    await show(loginFixture('client:identifier', {}, { fallbackFor }), {}, form);
    expect(form.hidden).to.equal(false);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('fallback-for="own-login"');
  });

  it('is put beside the element when it stands in it, and the developer is told', async () => {
    const fixture = loginFixture('client:identifier', {}, { fallbackFor });
    const stage = new ProcessStage<ConnectLogin>(fixture);
    stage.element.append(form);
    await stage.show();
    expect(stage.element.nextElementSibling?.id).to.equal('own-login');
    expect(form.hidden).to.equal(true);
    stage.remove();
    expect(form.offsetHeight).to.be.greaterThan(0);
    expect(errors.join()).to.include('fallback-for="own-login"');
  });

  it('is missed aloud where it is needed and there is none', async () => {
    const denied = { script: { [INIT]: answer(loginInitRspOf({ loginAllowed: false })) } };
    await show(loginFixture('client:handed-over', denied, { fallbackFor: 'no-such-form' }));
    expect(errors.join()).to.include('fallback-for="no-such-form"');
  });

  it('is shown with the identifier, and the password is next', async () => {
    const typed: string[] = [];
    form.addEventListener('input', () => typed.push(inputNamed('email').value));
    const fixture = { script: { [START]: answer(loginRefusalOf(true)) }, actions: [submit] };
    await show(loginFixture('client:handed-over', fixture, { fallbackFor }));
    expect(form.hidden).to.equal(false);
    expect(inputNamed('email').value).to.equal(ADA);
    expect(typed).to.deep.equal([ADA]);
    expect(document.activeElement).to.equal(inputNamed('password'));
  });

  it('says why it is there, where it has a place for it', async () => {
    form.insertAdjacentHTML('afterbegin', '<p data-cbo-message></p>');
    const fixture = { script: { [START]: failWith(400, 'validation_error') }, actions: [submit] };
    await show(loginFixture('client:handed-over', fixture, { fallbackFor }));
    expect(form.querySelector('p')?.textContent).to.equal(
      'Signing in with a passkey didn’t work. Please sign in another way.',
    );
  });

  it('keeps what the site says there itself, where there is nothing to add', async () => {
    form.insertAdjacentHTML('afterbegin', '<p data-cbo-message>The shop closes at eight.</p>');
    const denied = { script: { [INIT]: answer(loginInitRspOf({ loginAllowed: false })) } };
    await show(loginFixture('client:handed-over', denied, { fallbackFor }));
    expect(form.querySelector('p')?.textContent).to.equal('The shop closes at eight.');
  });

  it('says nothing of an outage to somebody who has not tried anything', async () => {
    form.insertAdjacentHTML('afterbegin', '<p data-cbo-message></p>');
    await show(loginFixture('client:handed-over', { script: { [INIT]: networkFailure } }, { fallbackFor }));
    expect(form.hidden).to.equal(false);
    expect(form.querySelector('p')?.textContent).to.equal('');
  });

  it('says no more what it said the last time', async () => {
    form.insertAdjacentHTML('afterbegin', '<p data-cbo-message></p>');
    const fixture = { script: { [START]: [failWith(400, 'validation_error')] }, actions: [submit] };
    const stage = await show(loginFixture('client:handed-over', fixture, { fallbackFor }));
    expect(form.querySelector('p')?.textContent).to.not.equal('');
    await stage.element.reset();
    await arriveAt(stage, 'Sign in');
    expect(form.querySelector('p')?.textContent).to.equal('');
  });

  it('is shown without a word, and without taking the focus, where passkeys are not offered', async () => {
    const denied = { script: { [INIT]: answer(loginInitRspOf({ loginAllowed: false })) } };
    await show(loginFixture('client:handed-over', denied, { fallbackFor }));
    expect(form.hidden).to.equal(false);
    expect(inputNamed('email').value).to.equal('');
    expect(form.contains(document.activeElement)).to.equal(false);
  });

  for (const [why, fixture] of [
    ['the browser has no passkeys', { webauthn: { unsupported: 'unsupported' } }],
    ['the API does not answer', { script: { [INIT]: failWith(400, 'internal_error') } }],
    ['the page has named no project', { withoutProject: true }],
  ] as const)
    it(`is shown where ${why}`, async () => {
      const shows = 'withoutProject' in fixture ? 'client:developer-error' : 'client:handed-over';
      await show(loginFixture(shows, fixture, { fallbackFor }));
      expect(form.hidden).to.equal(false);
    });

  it('is shown when the element leaves the page, and hidden when it is back', async () => {
    const stage = await show(loginFixture('client:identifier', {}, { fallbackFor }));
    stage.element.remove();
    expect(form.hidden).to.equal(false);
    document.body.append(stage.element);
    expect(form.hidden).to.equal(true);
  });

  it('may be named later, or be another one', async () => {
    const stage = await show(loginFixture('client:identifier'));
    expect(form.hidden).to.equal(false);
    stage.element.setAttribute('fallback-for', 'own-login');
    await stage.element.updateComplete;
    expect(form.hidden).to.equal(true);
    stage.element.setAttribute('fallback-for', 'no-such-form');
    await stage.element.updateComplete;
    expect(form.hidden).to.equal(false);
  });

  it('is hidden again when the login starts anew', async () => {
    const script = { [START]: [answer(loginRefusalOf(true))] };
    const fixture = loginFixture('client:handed-over', { script, actions: [submit] }, { fallbackFor });
    const stage = await show(fixture);
    expect(form.hidden).to.equal(false);
    await stage.element.start();
    await arriveAt(stage, 'Sign in');
    expect(form.hidden).to.equal(true);
  });

  it('is hidden again when the page resets the login', async () => {
    const script = { [START]: [answer(loginRefusalOf(true))] };
    const fixture = loginFixture('client:handed-over', { script, actions: [submit] }, { fallbackFor });
    const stage = await show(fixture);
    expect(form.hidden).to.equal(false);
    await stage.element.reset();
    await arriveAt(stage, 'Sign in');
    expect(form.hidden).to.equal(true);
    stage.element.remove();
    document.body.append(stage.element);
    expect(form.hidden).to.equal(true);
  });

  it('is one press away from whoever the server has no account of', async () => {
    const script = { [START]: failWith(404, 'not_found') };
    const stage = await show(
      loginFixture('client:identifier', { script, actions: [submit] }, { fallbackFor }),
    );
    control(stage, 'Use another way to sign in').click();
    await until(() => !form.hidden, 'the form');
    expect(inputNamed('email').value).to.equal(ADA);
  });
});
