import { html } from 'lit';
import { addEnglish } from '../../localize/english.js';
import type { MessageCatalogue } from '../../localize/messages.js';
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

/** Rows of blocks that share a chunk: they come together, with their words. */
export function lazyRows<Blocks extends { readonly words: Partial<MessageCatalogue> }>(
  fetch: () => Promise<Blocks>,
): {
  readonly load: () => Promise<Blocks>;
  readonly row: (type: keyof BlockDataMap, name: Exclude<keyof Blocks, 'words'>) => BlockEntry;
} {
  const load = async () => {
    const blocks = await fetch();
    addEnglish(blocks.words);
    return blocks;
  };
  return {
    load,
    row: (type, name) => ({
      type,
      tag: tagOf(type),
      load: async () => (await load())[name] as CustomElementConstructor,
    }),
  };
}
