import type { ProcessStage, ScreenElement, StagedElement } from './process-stage.js';
import { accessibleName } from './screen-problems.js';
import { until } from './until.js';

/** The screen. Throws when there is none. */
export function screenOf({ screen }: ProcessStage<StagedElement>): ScreenElement {
  if (!screen) throw new Error('There is no screen.');
  return screen;
}

const controlsOf = (stage: ProcessStage<StagedElement>): HTMLElement[] => [
  ...screenOf(stage).querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]'),
];

/** Names of all controls, in order. */
export const controlNames = (stage: ProcessStage<StagedElement>): string[] =>
  controlsOf(stage).map(accessibleName);

/** The control of that accessible name. Throws when there is none. */
export function control(stage: ProcessStage<StagedElement>, name: string): HTMLElement {
  const found = controlsOf(stage).find((candidate) => accessibleName(candidate) === name);
  if (!found) throw new Error(`No control is called "${name}", but ${controlNames(stage).join(', ')}.`);
  return found;
}

/** The input of that label. Throws when there is none. */
export const field = (stage: ProcessStage<StagedElement>, label: string): HTMLInputElement =>
  control(stage, label) as HTMLInputElement;

export async function press(stage: ProcessStage<StagedElement>, name: string): Promise<void> {
  control(stage, name).click();
  await stage.drawn();
}

/** Types as a person does: value, then event. */
export async function typeInto(
  stage: ProcessStage<StagedElement>,
  label: string,
  value: string,
): Promise<void> {
  const input = field(stage, label);
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true, composed: true }));
  await stage.drawn();
}

/** Text of the heading, `''` without one. */
export const heading = (stage: ProcessStage<StagedElement>): string =>
  stage.screen?.querySelector('h1,h2,h3,h4,h5,h6')?.textContent?.trim() ?? '';

/** The message above the form, `''` without one. */
export const message = (stage: ProcessStage<StagedElement>): string =>
  stage.screen?.querySelector('.cbo-alert')?.textContent?.trim() ?? '';

/** Waits for the screen of that heading. */
export async function arriveAt(stage: ProcessStage<StagedElement>, target: string): Promise<void> {
  await until(() => heading(stage) === target, `the screen "${target}"`);
  await stage.drawn();
}

/** Presses a button and waits for the screen it leads to. */
export async function goTo(stage: ProcessStage<StagedElement>, name: string, target: string): Promise<void> {
  await press(stage, name);
  await arriveAt(stage, target);
}
