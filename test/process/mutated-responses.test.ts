import * as fc from 'fast-check';
import { expect } from '@open-wc/testing';
import { authBlocks } from '../../src/components/blocks/default-blocks.js';
import { loadPhoneNumbers } from '../../src/phone/load-phone-numbers.js';
import {
  answer,
  blockOf,
  openWith,
  ProcessStage,
  processInitRspOf,
  screenProblems,
  type BlockFixture,
  type Script,
} from '../../src/testing/index.js';
import { recordConsoleErrors } from '../helpers/record-console-errors.js';
import { nextTask } from '../support/next-task.js';
import { BLOCKS, cases, MARKUP, mutatedAnswer, type Case } from './mutated-answers.js';
import { SEEDS } from './mutated-seeds.js';

declare const MUTATED_RUNS: number;
declare const MUTATED_SEED: number;

/** Tasks after which a screen that still changes counts as one that never rests. */
const MOST_TASKS = 1_000;
const SHORT_TASKS = 50;
/** Far more than any screen needs, far fewer than a hostile answer could ask for. */
const MOST_ELEMENTS = 1_500;
const MOST_REQUESTS = 60;

const OPERATIONS = [
  'GET /v2/auth/process',
  ...['process/reset', 'process/complete', 'signup/init', 'login/init', 'block/skip', 'identifier/update'],
  ...['passkey/append/start', 'passkey/append/finish', 'passkey/login/start', 'passkey/login/finish'],
  ...['passkey/mediation/finish', 'identifier/verify/start', 'identifier/verify/finish'],
  ...['social/verify/start', 'social/verify/finish'],
].map((path) => (path.includes(' ') ? path : `POST /v2/auth/${path}`));

describe('Whatever an answer of the server holds', () => {
  const consoleErrors = recordConsoleErrors();
  const failures: string[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault();
    failures.push(String('reason' in event ? event.reason : event.message));
  };
  const { warn } = console;

  before(async () => {
    authBlocks.preload();
    await Promise.all([loadPhoneNumbers(), import('../../src/components/blocks/phone-part.js')]);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    // Unknown block types are told to the page's developer.
    console.warn = () => undefined;
  });
  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    console.warn = warn;
  });

  /** Shows the answer, presses what is there, and checks every screen on the way. */
  async function meet(type: string, { when, root, mutations, presses }: Case): Promise<void> {
    failures.length = 0;
    const block = BLOCKS[type] ?? blockOf('login-init');
    const body = mutatedAnswer(block, mutations);
    const script: Script = {
      ...Object.fromEntries(OPERATIONS.map((operation) => [operation, [answer(body), answer(body)]])),
      'POST /v2/auth/process/init':
        when === 'first'
          ? answer({ ...processInitRspOf(block), processResponse: body })
          : openWith(blockOf('login-init')),
    };
    const fixture: BlockFixture = { shows: type, script };
    const stage = new ProcessStage(fixture, { renderRoot: root });
    document.body.append(stage.element);
    try {
      await rest(stage);
      if (when === 'later') await pressAt(stage, 0, 'ada@example.com');
      check(stage);
      for (const index of presses) {
        await pressAt(stage, index);
        check(stage);
      }
    } finally {
      stage.remove();
    }
  }

  function check(stage: ProcessStage): void {
    const { screen } = stage;
    expect(failures, 'uncaught errors').to.deep.equal([]);
    expect(
      consoleErrors.filter((line) => !/could not finish/.test(line)),
      'console',
    ).to.deep.equal([]);
    if (!screen) throw new Error('The screen is blank.');
    const type = screen.step?.type ?? '';
    const optional = type === 'completed' || type === 'conditional-ui-completed' ? ['control' as const] : [];
    const problems = screenProblems(screen, optional);
    const wayOn = [...screen.querySelectorAll('button, a[href]')].some(
      (control) => control.ariaDisabled !== 'true',
    );
    if (!wayOn && optional.length === 0 && screen.pending === undefined) problems.push('There is no way on.');
    expect(problems, type).to.deep.equal([]);
    expect(stage.root.querySelectorAll('.injected').length, 'elements made of text').to.equal(0);
    expect((globalThis as { injected?: unknown }).injected, 'code made of text').to.equal(undefined);
    expect(({} as { injected?: unknown }).injected, 'a changed prototype').to.equal(undefined);
    for (const { protocol, href } of screen.querySelectorAll('a')) expect(protocol, href).to.equal('https:');
    expect(stage.root.querySelectorAll('*').length).to.be.below(MOST_ELEMENTS);
    expect(stage.fetch.requests.length).to.be.below(MOST_REQUESTS);
  }

  for (const type of Object.keys(BLOCKS)) {
    for (const [index, seed] of (SEEDS[type] ?? []).entries())
      it(`there is a way on from ${type}, found before (${index + 1})`, () => meet(type, seed));

    it(`there is a way on from ${type}`, async function () {
      this.timeout(30_000 + MUTATED_RUNS * 500);
      const property = fc.asyncProperty(cases, (one) => meet(type, one));
      const numRuns = Math.ceil(MUTATED_RUNS / Object.keys(BLOCKS).length);
      const result = await fc.check(property, { numRuns, seed: MUTATED_SEED });
      if (!result.failed) return;
      const { message } = result.errorInstance as Error;
      const found = JSON.stringify(result.counterexample?.[0]);
      throw new Error(
        `${message}\nseed ${result.seed}, path "${result.counterexamplePath ?? ''}"; keep it in mutated-seeds.ts:\n${found}`,
      );
    });
  }
});

/** Resolves when the screen waits for the person. Counts tasks, so that a slow machine makes no difference. */
async function rest(stage: ProcessStage): Promise<void> {
  for (let tasks = 0; tasks < MOST_TASKS; tasks++) {
    // A spinner that was shown stays for its time: then tasks that take some do less harm.
    await (tasks < SHORT_TASKS ? nextTask() : new Promise((resolve) => setTimeout(resolve)));
    await stage.drawn();
    const { screen } = stage;
    const loading = screen === undefined || screen.inert || screen.step?.type === 'client:loading';
    if (tasks > 3 && !loading && screen.pending === undefined) return;
  }
  throw new Error(`Still changing after ${MOST_TASKS} tasks: ${stage.screen?.step?.type ?? 'nothing'}`);
}

async function pressAt(stage: ProcessStage, index: number, typed: string = MARKUP): Promise<void> {
  for (const input of stage.screen?.querySelectorAll('input') ?? []) {
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true, composed: true }));
  }
  const buttons = [...(stage.screen?.querySelectorAll('button') ?? [])];
  buttons[index % buttons.length]?.click();
  await rest(stage);
}
