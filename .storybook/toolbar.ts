import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import manifest from '../custom-elements.json';

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name?: string }[];
}

const declarations = manifest.modules.flatMap(({ declarations }) => declarations as readonly Declaration[]);

function tagsWith(attribute: string): string {
  return declarations
    .filter(({ attributes }) => attributes?.some(({ name }) => name === attribute))
    .flatMap(({ tagName }) => tagName ?? [])
    .join(',');
}

/** Sets an attribute on the public elements of a story that know it and have no value, of their own or from around them. */
function setWhereKnown(root: Element, attribute: string, value: string): void {
  const selector = tagsWith(attribute);
  if (selector === '') return;
  for (const element of root.querySelectorAll(selector))
    if (!element.closest(`[${attribute}]`)) element.setAttribute(attribute, value);
}

/** Draws the story anew in the colours, direction and language chosen in the toolbar. */
export const applyToolbar: Decorator = (story, { globals, id }) => {
  const { theme, direction, locale } = globals as Record<'theme' | 'direction' | 'locale', string>;
  const page = document.documentElement;
  page.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  page.dir = direction;
  page.lang = locale;

  const prepare = (root: Element | undefined): void => {
    if (!root) return;
    // The story itself is put in place right after its container.
    queueMicrotask(() => {
      setWhereKnown(root, 'theme', theme);
      setWhereKnown(root, 'locale', locale);
    });
  };
  return html`${keyed(`${id} ${theme} ${direction} ${locale}`, html`<div ${ref(prepare)}>${story()}</div>`)}`;
};
