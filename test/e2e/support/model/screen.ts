import type { Page } from '@playwright/test';

export interface Control {
  readonly name: string;
  readonly enabled: boolean;
  readonly primary: boolean;
}

/** One `<auth-process>` as it is drawn. */
export interface Screen {
  /** Block type and the key of its step; `''` where nothing is drawn. */
  readonly type: string;
  readonly key: string;
  readonly pending: string | undefined;
  readonly problem: string | undefined;
  readonly headings: readonly string[];
  readonly buttons: readonly Control[];
  readonly links: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
  /** Something on the screen says that it goes on by itself. */
  readonly waits: boolean;
  readonly rests: boolean;
}

export interface View {
  readonly address: string;
  readonly path: string;
  readonly screens: readonly Screen[];
  readonly prompt: 'get' | 'create' | undefined;
  readonly mostLive: number;
  /** Nothing more happens until somebody does something. */
  readonly rests: boolean;
}

/** What the page shows now. Rejects while the page is being left. */
export function look(page: Page): Promise<View> {
  return page.evaluate(() => {
    type Block = HTMLElement & {
      step?: { key: string; type: string; data: { done?: boolean } };
      pending?: string;
      problem?: { kind: string };
    };
    const prompts = (globalThis as { passkeyPrompts?: { open?: 'get' | 'create'; mostLive: number } })
      .passkeyPrompts;
    const isVisible = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.cbo-visually-hidden');
    const clean = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

    const blockOf = (element: Element) => {
      const light = element.querySelector(':scope > .cbo-screen');
      return (light ?? element.shadowRoot?.querySelector('.cbo-screen'))?.firstElementChild as Block | null;
    };
    const isOpen = prompts?.open !== undefined;
    const isFinishing = ({ step, problem }: Block) =>
      step?.type === 'completed' && step.data.done !== true && problem === undefined;
    const isBusy = (element: Element, { pending }: Block) =>
      pending !== undefined || element.shadowRoot?.querySelector('[data-waiting]') !== null;
    const isAtRest = (element: Element, block: Block | null) => {
      if (!block || block.inert || block.step?.type === 'client:loading') return false;
      return !isFinishing(block) && (isOpen || !isBusy(element, block));
    };
    // One field for two kinds of identifiers keeps a draft of each.
    const nameOf = ({ name, type }: HTMLInputElement) => (type === 'tel' ? `${name} (phone)` : name);
    const controlOf = (button: HTMLButtonElement) => ({
      name: clean(button.getAttribute('aria-label') ?? button.textContent),
      enabled: button.ariaDisabled !== 'true' && !button.disabled,
      primary: button.matches('[type="submit"], .cbo-button--primary'),
    });

    const see = (element: Element) => {
      const block = blockOf(element);
      const find = <T extends HTMLElement>(selector: string) =>
        [...(block?.querySelectorAll<T>(selector) ?? [])].filter(isVisible);
      const { type = '', key = '' } = block?.step ?? {};
      return {
        type,
        key,
        pending: block?.pending,
        problem: block?.problem?.kind,
        headings: find('h2').map((heading) => clean(heading.textContent)),
        buttons: find<HTMLButtonElement>('button').map(controlOf),
        links: find('a[href]').length,
        fields: Object.fromEntries(
          find<HTMLInputElement>('input').map((input) => [nameOf(input), input.value]),
        ),
        text: clean(block?.innerText ?? ''),
        waits: find('.cbo-progress, [aria-busy="true"]').length > 0,
        rests: isAtRest(element, block),
      };
    };

    const screens = [...document.querySelectorAll('auth-process')].map(see);
    return {
      address: location.href,
      path: location.pathname,
      screens,
      prompt: prompts?.open,
      mostLive: prompts?.mostLive ?? 0,
      rests: document.readyState === 'complete' && screens.every(({ rests }) => rests),
    };
  });
}
