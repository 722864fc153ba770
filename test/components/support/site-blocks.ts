import type { BlockEntry, BlockProperties } from '../../../src/process/block-registry.js';
import { BlockActionEvent } from '../../../src/process/events.js';
import {
  answerWith,
  type BlockFixture,
  blockOf,
  fixtureOf,
  type ProcessStage,
  until,
} from '../../../src/testing/index.js';

let count = 0;
/** A tag that no other test of the page has defined. */
export const newTag = () => `test-drawn-${++count}`;

/** A block of a site: a heading, a field, and whatever it was given. */
export class SiteBlock extends HTMLElement implements Partial<BlockProperties> {
  declare step: BlockProperties['step'];
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const title = document.createElement('h2');
    title.className = 'cbo-heading';
    title.tabIndex = -1;
    title.textContent = 'Drawn by the site';
    this.append(title);
  }
  override focus(): void {
    this.querySelector('h2')?.focus();
  }
}

/** A block whose class comes when the test says so. */
export function delayed(type: string) {
  let settle: { resolve: (element: CustomElementConstructor) => void; reject: (cause: unknown) => void };
  let loads = 0;
  const load = () => {
    loads += 1;
    return new Promise<CustomElementConstructor>((resolve, reject) => (settle = { resolve, reject }));
  };
  return {
    entry: { type, tag: newTag(), load } as BlockEntry,
    arrive: () => settle.resolve(class extends SiteBlock {}),
    fail: () => settle.reject(new TypeError('gone')),
    loads: () => loads,
  };
}

const LOGIN = 'POST /v2/auth/login/init';
export const SUBMIT = { type: 'submit-identifier', identifier: 'ada@example.com', isPhone: false } as const;
export const loginThen = (block: ReturnType<typeof blockOf>): BlockFixture =>
  fixtureOf(blockOf('login-init'), { script: { [LOGIN]: answerWith(block) } });

/** Submits the form and waits until the process stands at a block that is not there yet. */
export async function sent(stage: ProcessStage): Promise<void> {
  stage.screen?.dispatchEvent(new BlockActionEvent(SUBMIT));
  await until(() => stage.screen?.inert === true, 'the wait for the block');
}
