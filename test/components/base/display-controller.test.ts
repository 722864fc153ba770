import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { loadScreenChange } from '../../../src/components/base/announcer.js';
import { DisplayController, type DisplayHost } from '../../../src/components/base/display-controller.js';
import { ENGLISH } from '../../../src/localize/language-registry.js';
import { createTranslate } from '../../../src/localize/messages.js';
import { acceptResponse } from '../../../src/process/accept-response.js';
import { beginAction, INITIAL_STATE, type ProcessState } from '../../../src/process/process-state.js';
import { blockOf, processResponseOf } from '../../../src/testing/index.js';
import { PageTime } from '../../process/support/page-time.js';

const ready = acceptResponse(INITIAL_STATE, processResponseOf(blockOf('login-init')), { byPerson: false });
const busy = beginAction(ready, 'submit-identifier');
const next = acceptResponse(ready, processResponseOf(blockOf('passkey-verify')), { byPerson: true });
const loading: ProcessState = { ...INITIAL_STATE, status: 'loading' };

class Host implements DisplayHost {
  readonly localization = { locale: 'en', ...ENGLISH, t: createTranslate(ENGLISH.catalogue) };
  readonly updateComplete = Promise.resolve(true);
  readonly controllers: ReactiveController[] = [];
  updates = 0;
  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }
  removeController(): void {
    throw new Error('Nobody takes it away.');
  }
  requestUpdate(): void {
    this.updates += 1;
  }
  disconnect(): void {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
}

const said = () => document.querySelector('.cbo-announcer')?.textContent ?? '';

describe('what of a wait is on the screen', () => {
  let time: PageTime;
  let host: Host;
  let display: DisplayController;
  before(loadScreenChange);
  beforeEach(async () => {
    time = new PageTime();
    host = new Host();
    display = new DisplayController(host);
    await time.advance(10_000);
  });
  afterEach(async () => {
    host.disconnect();
    await time.advance(10_000);
    time.restore();
  });

  it('is the action at once, and a spinner after 250 ms', async () => {
    display.display(ready);
    expect(display.display(busy)).to.equal(busy);
    await time.advance(249);
    expect(display.spinner).to.equal(false);
    await time.advance(1);
    expect(display.spinner).to.equal(true);
    expect(host.updates).to.equal(1);
  });

  it('is no spinner when the answer is quick', async () => {
    display.display(busy);
    await time.advance(249);
    expect(display.display(next)).to.equal(next);
    await time.advance(1_000);
    expect(display.spinner).to.equal(false);
    expect(time.pendingTimers).to.equal(0);
  });

  it('keeps a spinner for 400 ms, and shows the answer then', async () => {
    display.display(busy);
    await time.advance(300);
    expect(display.display(next)).to.equal(busy);
    await time.advance(349);
    expect(host.updates).to.equal(1);
    await time.advance(1);
    expect(host.updates).to.equal(2);
    expect(display.display(next)).to.equal(next);
    expect(display.spinner).to.equal(false);
  });

  it('shows the answer at once when the spinner has stood long enough', async () => {
    display.display(busy);
    await time.advance(650);
    expect(display.display(next)).to.equal(next);
  });

  it('begins to count again with the next wait', async () => {
    display.display(busy);
    await time.advance(200);
    display.display(next);
    display.display(busy);
    await time.advance(249);
    expect(display.spinner).to.equal(false);
    await time.advance(1);
    expect(display.spinner).to.equal(true);
  });

  it('is told at one second and at five', async () => {
    display.display(busy);
    await time.advance(1_000);
    expect(said()).to.equal('');
    await time.advance(100);
    expect(said()).to.equal('Working…');
    await time.advance(4_000);
    expect(said()).to.equal('Still working. This takes longer than usual.');
  });

  it('is not told when it is over before', async () => {
    display.display(busy);
    await time.advance(900);
    display.display(next);
    await time.advance(10_000);
    expect(said()).to.equal('');
  });

  it('counts the first load as a wait', async () => {
    display.display(loading);
    await time.advance(250);
    expect(display.spinner).to.equal(true);
  });

  it('is nobody’s where the element shows nothing', async () => {
    expect(display.display(loading, true)).to.equal(loading);
    await time.advance(6_000);
    expect(said()).to.equal('');
    expect(display.spinner).to.equal(false);
  });

  it('ends where the element shows nothing any more', async () => {
    display.display(busy);
    await time.advance(300);
    expect(display.display(next, true)).to.equal(next);
    expect(time.pendingTimers).to.equal(0);
    expect(display.spinner).to.equal(false);
  });

  it('ends with the element, without a timer left', async () => {
    display.display(busy);
    await time.advance(250);
    host.disconnect();
    expect(display.spinner).to.equal(false);
    expect(time.pendingTimers).to.equal(0);
  });

  it('goes on when the element was moved meanwhile', async () => {
    display.display(loading);
    host.disconnect();
    display.display(loading);
    await time.advance(250);
    expect(display.spinner).to.equal(true);
  });

  it('shows the present state when the element is back', async () => {
    display.display(busy);
    await time.advance(300);
    host.disconnect();
    expect(display.display(next)).to.equal(next);
  });

  it('counts a wait that begins while a spinner is kept', async () => {
    display.display(busy);
    await time.advance(300);
    display.display(next);
    display.display(busy);
    await time.advance(1_100);
    expect(said()).to.equal('Working…');
  });
});
