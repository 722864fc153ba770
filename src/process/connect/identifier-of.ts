import { text } from '../fields.js';
import type { Step } from '../step.js';

/** Who wants to sign in, as far as the screen knows. */
export function identifierOf({ data }: Step): string {
  return text((data as { readonly identifierValue?: unknown }).identifierValue);
}
