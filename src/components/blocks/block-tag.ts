import { html } from 'lit';
import type { BlockEntry } from '../../process/block-registry.js';
import type { BlockDataMap } from '../../process/step.js';

/** `login-init` → `auth-block-login-init`, `client:error` → `auth-block-client-error`. */
export function tagOf(type: string): string {
  return `auth-block-${type.replace(':', '-')}`;
}

/** Nothing to see: the element looks whether it has something to offer, or the site goes on by itself. */
export function nothingOf(type: keyof BlockDataMap): BlockEntry {
  return { type, render: () => html`` };
}
