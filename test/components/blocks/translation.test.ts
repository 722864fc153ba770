import { expect } from '@open-wc/testing';
import {
  controlNames,
  fixtures,
  heading,
  message,
  press,
  screenOf,
  typeInto,
  until,
  type ProcessStage,
} from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';

/** As browsers translate a page: the text of every node moves into elements of the translator's. */
function translate(stage: ProcessStage): void {
  const walker = document.createTreeWalker(screenOf(stage), NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes.filter(({ textContent }) => textContent?.trim())) {
    const font = document.createElement('font');
    font.textContent = `«${node.textContent}»`;
    node.parentNode?.replaceChild(font, node);
  }
}

describe('a screen that the browser has translated', () => {
  const show = stages();

  it('shows what went wrong, and what the button does now', async () => {
    const stage = await show({ ...fixtures['passkey-append'].default, webauthn: { create: ['cancelled'] } });
    translate(stage);
    await press(stage, '«Create passkey»');
    await until(() => message(stage) !== '', 'the message');
    expect(message(stage)).to.equal('The passkey prompt was closed before it finished. Nothing has changed.');
    expect(controlNames(stage)).to.include('Try again');
  });

  it('shows another failure in place of the first', async () => {
    const stage = await show({
      ...fixtures['passkey-append'].failed,
      webauthn: { create: ['failed', 'busy'] },
    });
    translate(stage);
    await press(stage, '«Try again»');
    await until(() => message(stage).startsWith('Another passkey prompt is open.'), 'the second message');
  });

  it('shows the error of a field, and another one in its place', async () => {
    const stage = await show(fixtures['signup-init'].default);
    await press(stage, 'Continue');
    translate(stage);
    await typeInto(stage, '«Email»', 'ada');
    await press(stage, '«Continue»');
    expect(screenOf(stage).querySelector('.cbo-error')?.textContent?.trim()).to.equal(
      'Enter an email address like name@example.com.',
    );
  });

  it('speaks another language when the page does', async () => {
    const stage = await show(fixtures['login-init'].default);
    translate(stage);
    stage.element.locale = 'de';
    await until(() => heading(stage) === 'Willkommen zurück', 'the German heading');
    expect(controlNames(stage)).to.include('Weiter');
  });
});
