import type { Page } from '@playwright/test';

export interface Control {
  readonly name: string;
  readonly enabled: boolean;
  readonly primary: boolean;
}

/** One of the kit's elements as it is drawn. */
export interface Screen {
  /** Its place among those of the page. */
  readonly index: number;
  /** It draws nothing: it looks whether there is something to offer, or leaves the page to the site. */
  readonly isSilent: boolean;
  /** A dialog keeps from everything else; controls are those of the dialog. */
  readonly isModal: boolean;
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

/** The site's own form for what an element is there for. */
export interface OwnForm {
  readonly email: string;
}

export interface View {
  readonly address: string;
  readonly path: string;
  /** Another one after each load. */
  readonly visit: number;
  readonly screens: readonly Screen[];
  /** Undefined while it is hidden, and where there is none. */
  readonly ownForm: OwnForm | undefined;
  readonly prompt: 'get' | 'create' | undefined;
  readonly mostLive: number;
  /** Nothing more happens until somebody does something. */
  readonly rests: boolean;
}

/** Notes that a form of the page itself was sent: another page comes, though nothing may have been asked for yet. */
export function noteSubmission(): void {
  addEventListener('submit', ({ defaultPrevented }) => {
    if (!defaultPrevented) (globalThis as { submitted?: boolean }).submitted = true;
  });
}

/** What the page shows now. Rejects while the page is being left. */
export function look(page: Page, tags: readonly string[]): Promise<View> {
  return page.evaluate((selector) => {
    type Block = HTMLElement & {
      step?: { key: string; type: string; data: { done?: boolean } };
      pending?: string;
      problem?: { kind: string };
    };
    const page = globalThis as { visit?: number; submitted?: boolean };
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
    const forms = [...document.querySelectorAll<HTMLFormElement>('form.card')];
    const form = forms.find(isVisible);
    const isSilent = (element: Element) => element.shadowRoot?.querySelector('.cbo-frame[hidden]') != null;
    const isFinishing = ({ step, problem }: Block) =>
      step?.type === 'completed' && step.data.done !== true && problem === undefined;
    const isBusy = (element: Element, { pending }: Block) =>
      pending !== undefined || element.shadowRoot?.querySelector('[data-waiting]') !== null;
    const isAtRest = (element: Element, block: Block | null) => {
      // What has nothing to offer is done when the form it stands before is there.
      if (isSilent(element)) return form !== undefined;
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

    const see = (element: Element, index: number) => {
      const block = blockOf(element);
      const dialog = block?.querySelector('dialog[open]');
      const find = <T extends HTMLElement>(selector: string, place: Element | null = dialog ?? block) =>
        [...(place?.querySelectorAll<T>(selector) ?? [])].filter(isVisible);
      const { type = '', key = '' } = block?.step ?? {};
      return {
        index,
        isSilent: isSilent(element),
        isModal: dialog != null,
        type,
        key,
        pending: block?.pending,
        problem: block?.problem?.kind,
        headings: find('h2', block).map((heading) => clean(heading.textContent)),
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

    const screens = [...document.querySelectorAll(selector)].map(see);
    return {
      address: location.href,
      path: location.pathname,
      visit: (page.visit ??= Math.random()),
      screens,
      ownForm: form && { email: form.querySelector<HTMLInputElement>('[name="email"]')?.value ?? '' },
      prompt: prompts?.open,
      mostLive: prompts?.mostLive ?? 0,
      rests:
        page.submitted !== true && document.readyState === 'complete' && screens.every(({ rests }) => rests),
    };
  }, tags.join());
}
