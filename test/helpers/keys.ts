import { sendKeys } from '@web/test-runner-commands';

/** Presses a key as a person does. */
export const pressKey = (key: 'Enter' | 'Tab' | 'Escape'): Promise<void> => sendKeys({ press: key });
