import { userEvent } from 'storybook/test';
import { until, type ProcessStage } from '../../src/testing/index.js';

/** The element of the screen that matches, once it is there. */
export async function part<Found extends HTMLElement = HTMLElement>(
  stage: ProcessStage,
  selector: string,
): Promise<Found> {
  const found = () => stage.screen?.querySelector<Found>(selector) ?? undefined;
  await until(() => found() !== undefined, selector);
  return found() as Found;
}

export const isGone = (stage: ProcessStage, selector: string): Promise<void> =>
  until(() => !stage.screen?.querySelector(selector), `${selector} to be gone`);

/** Presses a control, whatever language it speaks. */
export async function pressPart(stage: ProcessStage, selector: string): Promise<void> {
  (await part(stage, selector)).click();
  await stage.drawn();
}

/** Types key by key into the only, or the named, field. */
export async function keyIn(stage: ProcessStage, text: string, selector = 'input'): Promise<void> {
  const field = await part<HTMLInputElement>(stage, selector);
  field.focus();
  await userEvent.type(field, text);
  await stage.drawn();
}

/** Pastes into the field of the code. */
export async function pasteCode(stage: ProcessStage, text: string): Promise<void> {
  const field = await part<HTMLInputElement>(stage, '[name="code"]');
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
  await stage.drawn();
}

/** Opens the sub-view that changes the address or the number. */
export async function openChange(stage: ProcessStage): Promise<void> {
  await pressPart(stage, '.cbo-chip button');
  await part(stage, '[name="email"], [name="phone"]');
}

/** Opens the search over all countries. */
export async function openCountries(stage: ProcessStage): Promise<HTMLInputElement> {
  await pressPart(stage, '.cbo-country');
  const search = await part<HTMLInputElement>(stage, '[role="combobox"]');
  await until(() => stage.focused === search, 'the search');
  return search;
}

/** Looks for a country. */
export async function searchCountry(stage: ProcessStage, text: string): Promise<HTMLInputElement> {
  const search = await openCountries(stage);
  await userEvent.type(search, text);
  await stage.drawn();
  return search;
}
