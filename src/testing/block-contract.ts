import type { RenderRoot } from '../components/base/screen-root.js';
import type { BlockAction } from '../process/block-actions.js';
import type { BlockEntry } from '../process/block-registry.js';
import type { BlockFixture, BlockFixtures } from './block-fixture.js';
import { ProcessStage, type StagedElement, type StageOptions } from './process-stage.js';
import { accessibleName, descriptionsOf, screenProblems, type OptionalPart } from './screen-problems.js';
import { until } from './until.js';

/** What the primary button of a block is for. */
export interface PrimaryAction {
  /** Typed before, by field name. */
  readonly values?: Readonly<Record<string, string>>;
  /** What must be reported, exactly. */
  readonly action: BlockAction;
  /** Name of the fixture it is tried in; `default` unless told. */
  readonly fixture?: string;
}

export interface BlockContract {
  readonly fixtures: BlockFixtures;
  /** The site's own blocks, as given to the element's `blocks`. */
  readonly blocks?: readonly BlockEntry[];
  /** What its screens may do without; nothing unless told. */
  readonly optional?: readonly OptionalPart[];
  readonly primary?: PrimaryAction;
  /** Name of the fixture in which the server refuses a field. */
  readonly fieldError?: string;
  /** Presses a key as a person does; the test runner knows how. Without it the form is asked to submit. */
  readonly press?: (key: 'Enter') => Promise<void>;
}

// Of the test runner the site uses; Mocha, Jasmine, Jest and Vitest agree on these two.
declare const describe: (name: string, tests: () => void) => void;
declare const it: (name: string, test: () => Promise<void>) => void;

const RENDER_ROOTS: readonly RenderRoot[] = ['shadow', 'light'];

/** Tests that every block must pass, run inside a real `<auth-process>` in both render roots. Needs a DOM and the globals `describe` and `it`. */
export function blockContract(type: string, contract: BlockContract): void {
  for (const renderRoot of RENDER_ROOTS) {
    describe(`${type}, screens in the ${renderRoot} DOM`, () => {
      for (const [name, fixture] of Object.entries(contract.fixtures))
        it(`draws ${name} well`, () => drawsWell(fixture, contract, renderRoot));
      if (contract.primary) describePrimary(contract, contract.primary, renderRoot);
      const { fieldError } = contract;
      if (fieldError !== undefined)
        it('ties the error to its field and goes there', () => tiesError(fieldError, contract, renderRoot));
      it('is the same screen after being taken out and put back', () => survivesMove(contract, renderRoot));
    });
  }
}

async function drawsWell(fixture: BlockFixture, contract: BlockContract, renderRoot: RenderRoot) {
  await onStage(fixture, { renderRoot, ...blocksOf(contract) }, async ({ screen }) => {
    assert(screen !== undefined, 'There is no screen.');
    const problems = screenProblems(screen, contract.optional);
    assert(problems.length === 0, problems.join('\n'));
  });
}

function describePrimary(contract: BlockContract, primary: PrimaryAction, renderRoot: RenderRoot): void {
  const run = (test: (stage: ProcessStage<StagedElement>) => Promise<void>) =>
    onStage(
      withOpenPrompts(fixtureNamed(contract, primary.fixture ?? 'default')),
      { renderRoot, ...blocksOf(contract) },
      async (stage) => {
        // The next action stays under way.
        stage.fetch.mute();
        fill(stage, primary.values);
        await stage.drawn();
        await test(stage);
      },
    );
  const reportsOnce = ({ actions }: ProcessStage<StagedElement>) => assertSame(actions, [primary.action]);

  it('reports one action for a press on the button', () =>
    run(async (stage) => {
      primaryButton(stage).click();
      await isPending(stage);
      reportsOnce(stage);
    }));

  it('starts one request or ceremony for two presses at once', () =>
    run(async (stage) => {
      const button = primaryButton(stage);
      const before = started(stage);
      button.click();
      button.click();
      await until(() => started(stage) > before, 'a request or a ceremony');
      assert(started(stage) - before === 1, `Started ${started(stage) - before} instead of one.`);
    }));

  it('reports nothing while the action is under way, and its button keeps name and focus', () =>
    run(async (stage) => {
      const button = primaryButton(stage);
      const name = accessibleName(button);
      button.focus();
      button.click();
      await isPending(stage);
      assert(primaryButton(stage) === button, 'The button is no longer there.');
      assert(accessibleName(button) === name, `The button is now called "${accessibleName(button)}".`);
      assert(stage.focused === button, 'The button has lost the focus.');
      assert(button.ariaDisabled === 'true', 'The button is not aria-disabled.');
      assert(button.ariaBusy === 'true', 'The button is not aria-busy.');
      button.click();
      stage.screen?.querySelector('form')?.requestSubmit();
      await stage.drawn();
      reportsOnce(stage);
    }));

  if (primary.values === undefined) return;
  it('reports the same action for Enter in a field', () =>
    run(async (stage) => {
      const field = stage.screen?.querySelector('input');
      assert(field?.form != null, 'The field belongs to no form.');
      field.focus();
      if (contract.press) await contract.press('Enter');
      else field.form.requestSubmit();
      await isPending(stage);
      reportsOnce(stage);
    }));
}

async function tiesError(name: string, contract: BlockContract, renderRoot: RenderRoot) {
  await onStage(fixtureNamed(contract, name), { renderRoot, ...blocksOf(contract) }, async (stage) => {
    const field = stage.screen?.querySelector('[aria-invalid="true"]');
    assert(field != null, 'No field is aria-invalid.');
    assert((descriptionsOf(field)[0] ?? '') !== '', 'No text in the same tree describes the field.');
    assert(stage.focused === field, 'The focus is not on the first wrong field.');
  });
}

async function survivesMove(contract: BlockContract, renderRoot: RenderRoot) {
  const fixture = fixtureNamed(contract, 'default');
  await onStage(fixture, { renderRoot, ...blocksOf(contract) }, async (stage) => {
    const { screen, element, fetch } = stage;
    const field = screen?.querySelector('input');
    if (field) type(field, 'typed');
    // A field may keep less of it than it was given.
    const typed = field?.value;
    // The first request may not have gone out yet.
    const requests = Math.max(1, fetch.requests.length);
    element.remove();
    await stage.drawn();
    document.body.append(element);
    await stage.drawn();
    assert(stage.screen === screen, 'The screen was made anew.');
    assert(field?.value === typed, 'What was typed is gone.');
    assert(fetch.requests.length <= requests, 'The server was asked again.');
  });
}

async function onStage(
  fixture: BlockFixture,
  options: StageOptions,
  test: (stage: ProcessStage<StagedElement>) => Promise<void>,
): Promise<void> {
  const stage = new ProcessStage<StagedElement>(fixture, options);
  try {
    await test(await stage.show());
  } finally {
    stage.remove();
  }
}

function fill({ screen }: ProcessStage<StagedElement>, values: PrimaryAction['values'] = {}): void {
  for (const [name, value] of Object.entries(values)) {
    const field = screen?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    assert(field != null, `There is no field named ${name}.`);
    type(field, value);
  }
}

function type(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true, composed: true }));
}

function primaryButton({ screen }: ProcessStage<StagedElement>): HTMLButtonElement {
  const button =
    screen?.querySelector<HTMLButtonElement>('button[type="submit"]') ??
    screen?.querySelector<HTMLButtonElement>('.cbo-button--primary') ??
    screen?.querySelector('button');
  assert(button != null, 'There is no button.');
  return button;
}

const isPending = async (stage: ProcessStage<StagedElement>): Promise<void> => {
  await until(() => stage.screen?.pending !== undefined, 'the action to be under way');
  await stage.drawn();
};

const withOpenPrompts = (fixture: BlockFixture): BlockFixture => ({
  ...fixture,
  webauthn: { ...fixture.webauthn, get: ['open'], create: ['open'] },
});

/** Requests and prompts so far. */
const started = ({ fetch, webauthn }: ProcessStage<StagedElement>): number =>
  fetch.requests.length + webauthn.ceremonies.filter(({ type }) => !type.startsWith('conditional')).length;

function fixtureNamed({ fixtures }: BlockContract, name: string): BlockFixture {
  const fixture = fixtures[name];
  assert(fixture !== undefined, `There is no fixture named ${name}.`);
  return fixture;
}

const blocksOf = ({ blocks }: BlockContract): StageOptions => (blocks ? { blocks } : {});

function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

function assertSame(actual: unknown, expected: unknown): void {
  const [told, wanted] = [sorted(actual), sorted(expected)];
  assert(told === wanted, `Reported ${told} instead of ${wanted}.`);
}

/** JSON with the members of each object in alphabetical order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
