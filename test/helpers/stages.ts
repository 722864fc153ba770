import {
  accessibleName,
  ProcessStage,
  until,
  type BlockFixture,
  type ScreenElement,
  type StageOptions,
} from '../../src/testing/index.js';

/** Call it at the top of a `describe`: shows fixtures and takes them away after each test. */
export function stages(): (
  fixture: BlockFixture,
  options?: StageOptions,
  container?: Element,
) => Promise<ProcessStage> {
  const shown: ProcessStage[] = [];
  afterEach(() => shown.splice(0).forEach((stage) => stage.remove()));
  return (fixture, options, container) => {
    const stage = new ProcessStage(fixture, options);
    shown.push(stage);
    return stage.show(container);
  };
}

/** The screen, or an error that says that there is none. */
export function screenOf({ screen }: ProcessStage): ScreenElement {
  if (!screen) throw new Error('There is no screen.');
  return screen;
}

/** The control of that accessible name. */
export function control(stage: ProcessStage, name: string): HTMLElement {
  const controls = [...screenOf(stage).querySelectorAll<HTMLElement>('button, input')];
  const found = controls.find((candidate) => accessibleName(candidate) === name);
  if (!found)
    throw new Error(`No control is called "${name}", but ${controls.map(accessibleName).join(', ')}.`);
  return found;
}

export const field = (stage: ProcessStage, label: string): HTMLInputElement =>
  control(stage, label) as HTMLInputElement;

/** Names of all controls, in order. */
export const controlNames = (stage: ProcessStage): string[] =>
  [...screenOf(stage).querySelectorAll<HTMLElement>('button, input')].map(accessibleName);

export async function press(stage: ProcessStage, name: string): Promise<void> {
  control(stage, name).click();
  await stage.drawn();
}

/** Types as a person does: value, then event. */
export async function type(stage: ProcessStage, label: string, value: string): Promise<void> {
  const input = field(stage, label);
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await stage.drawn();
}

export const heading = (stage: ProcessStage): string =>
  screenOf(stage).querySelector('h2')?.textContent?.trim() ?? '';

/** Presses a button and waits for the screen it leads to. */
export async function goTo(stage: ProcessStage, name: string, target: string): Promise<void> {
  await press(stage, name);
  await until(() => heading(stage) === target, `the screen "${target}"`);
  await stage.drawn();
}

/** The message above the form. */
export const message = (stage: ProcessStage): string =>
  screenOf(stage).querySelector('.cbo-alert')?.textContent?.trim() ?? '';
