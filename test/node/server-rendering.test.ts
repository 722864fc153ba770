import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

const entry: string = 'corbado-elements/define';

describe('rendering on a server', () => {
  it('turns the element into declarative shadow DOM', async () => {
    await import(entry);
    const text = await collectResult(render(html`<auth-process project-id="pro-1"></auth-process>`));
    const opening = text.replace(/<!--.*?-->/g, '').slice(0, text.indexOf('<style>'));
    assert.match(
      opening,
      /^<auth-process\s+project-id="pro-1"><template shadowroot="open" shadowrootmode="open">/,
    );
  });
});
