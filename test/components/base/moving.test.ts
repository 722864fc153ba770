import { expect } from '@open-wc/testing';
import { AuthProcess } from '../../../src/components/auth-process/auth-process.js';
import {
  answerWith,
  type BlockFixture,
  blockOf,
  control,
  field,
  fixtureOf,
  heading,
  press,
  ProcessStage,
  silence,
  typeInto,
  until,
} from '../../../src/testing/index.js';
import { nextTask } from '../../support/next-task.js';
import { stages } from '../../helpers/stages.js';

const LOGIN = 'POST /v2/auth/login/init';
const OPEN = 'POST /v2/auth/process/init';
const loginInit = fixtureOf(blockOf('login-init'), {
  script: { [LOGIN]: answerWith(blockOf('passkey-appended')) },
});
const prompting: BlockFixture = fixtureOf(blockOf('passkey-append'), { webauthn: { create: ['open'] } });

function elsewhere(): HTMLElement {
  const place = document.createElement('section');
  document.body.append(place);
  return place;
}

/** A frame of the same origin. */
async function frame(): Promise<HTMLIFrameElement> {
  const created = document.createElement('iframe');
  created.width = '600';
  created.height = '600';
  document.body.append(created);
  await nextTask();
  return created;
}

const WAYS: Record<string, (element: Element) => Promise<() => void>> = {
  'to a new parent': async (element) => {
    const place = elsewhere();
    place.append(element);
    return () => place.remove();
  },
  'into a shadow root': async (element) => {
    const place = elsewhere();
    place.attachShadow({ mode: 'open' }).append(element);
    return () => place.remove();
  },
  'out and in again': async (element) => {
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    return () => undefined;
  },
  'into a frame of the same origin': async (element) => {
    const created = await frame();
    created.contentDocument!.body.append(element);
    return () => {
      document.body.append(element);
      created.remove();
    };
  },
};
if ('moveBefore' in Element.prototype)
  WAYS['by moveBefore'] = async (element) => {
    const place = elsewhere();
    (place as unknown as { moveBefore(node: Node, child: null): void }).moveBefore(element, null);
    return () => place.remove();
  };

for (const renderRoot of ['shadow', 'light'] as const)
  for (const [how, move] of Object.entries(WAYS))
    describe(`an element moved ${how} (screens in the ${renderRoot} tree)`, () => {
      const show = stages();

      it('asks for nothing again, keeps what was typed and looks the same', async () => {
        const stage = await show(loginInit, { renderRoot });
        await typeInto(stage, 'Email', 'ada@exam');
        const back = await move(stage.element);
        await nextTask();
        await stage.drawn();
        expect(stage.fetch.to(OPEN)).to.have.length(1);
        expect(field(stage, 'Email').value).to.equal('ada@exam');
        expect(getComputedStyle(control(stage, 'Continue')).minBlockSize).to.equal('44px');
        expect(getComputedStyle(stage.element.shadowRoot!.querySelector('.cbo-card')!).boxSizing).to.equal(
          'border-box',
        );
        back();
      });

      it('works on', async () => {
        const stage = await show(loginInit, { renderRoot });
        const back = await move(stage.element);
        await nextTask();
        await typeInto(stage, 'Email', 'ada@example.com');
        await press(stage, 'Continue');
        await until(() => heading(stage) === 'Passkey created', 'the next screen');
        expect(getComputedStyle(control(stage, 'Continue')).minBlockSize).to.equal('44px');
        back();
      });

      it('leaves a prompt open', async () => {
        const stage = await show(prompting, { renderRoot });
        await stage.act({ type: 'create-passkey' }, 'create-passkey');
        const back = await move(stage.element);
        await nextTask();
        expect(stage.screen?.pending).to.equal('create-passkey');
        expect(stage.webauthn.ceremonies).to.have.length(1);
        back();
      });
    });

describe('an element that is taken away and put back', () => {
  const show = stages();

  it('ends its prompt, asks for nothing again and can be used', async () => {
    const stage = await show(prompting);
    await stage.act({ type: 'create-passkey' }, 'create-passkey');
    stage.element.remove();
    await nextTask();
    document.body.append(stage.element);
    await stage.drawn();
    expect(stage.screen?.pending).to.equal(undefined);
    expect(stage.fetch.to(OPEN)).to.have.length(1);
    await stage.act({ type: 'create-passkey' }, 'create-passkey');
    expect(stage.webauthn.ceremonies).to.have.length(2);
  });

  it('ends its autofill, and begins it again', async () => {
    const stage = await show(loginInit);
    await until(() => stage.webauthn.ceremonies.length === 1, 'autofill');
    stage.element.remove();
    await nextTask();
    document.body.append(stage.element);
    await until(() => stage.webauthn.ceremonies.length === 2, 'autofill again');
    expect(stage.fetch.requests).to.have.length(1);
  });

  it('ends its request, and can be used', async () => {
    const stage = await show(fixtureOf(blockOf('login-init'), { script: { [LOGIN]: silence } }));
    await typeInto(stage, 'Email', 'ada@example.com');
    await press(stage, 'Continue');
    await until(() => stage.screen?.pending !== undefined, 'the request');
    stage.element.remove();
    await nextTask();
    document.body.append(stage.element);
    await stage.drawn();
    expect(stage.screen?.pending).to.equal(undefined);
    expect(field(stage, 'Email').value).to.equal('ada@example.com');
    expect(control(stage, 'Continue').getAttribute('aria-disabled')).to.equal(null);
  });

  it('is a fresh element for a page that makes another', async () => {
    const first = await show(loginInit);
    const second = await show(loginInit);
    expect(first.element).to.be.instanceOf(AuthProcess);
    expect(second.fetch.to(OPEN)).to.have.length(1);
  });
});

describe('an element that was never on a page', () => {
  it('asks for nothing and says nothing', async () => {
    const stage = new ProcessStage(loginInit);
    await stage.element.start();
    await stage.element.reset();
    stage.element.focus();
    await nextTask();
    expect(stage.fetch.requests).to.deep.equal([]);
  });
});
