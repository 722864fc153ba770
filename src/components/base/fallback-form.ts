import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a person says who they are, the likeliest first. */
const IDENTIFIER_FIELDS = [
  'input[autocomplete~="username"]',
  'input[autocomplete~="email"]',
  'input[type="email"]',
  'input[name="identifier"], input[name="username"], input[name="email"], input[name="login"]',
  'input:not([type]), input[type="text"]',
];

/** The site's own login: hidden while the element has something better to offer, shown with the identifier filled in when it has not. */
export class FallbackForm implements ReactiveController {
  #hidden: { readonly form: HTMLElement; readonly display: string; readonly priority: string } | undefined;
  /** What was put into the form's place for it. */
  #message = '';
  /** The id that was complained of: once is enough. */
  #wrongId: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly id: () => string | undefined,
  ) {
    host.addController(this);
  }

  /** An element that has left the page leaves no page without a login behind. */
  hostDisconnected(): void {
    document.removeEventListener('DOMContentLoaded', this.#hide);
    this.#reveal();
  }

  hide(): void {
    this.#hide();
    // What stands below the element may not have been parsed yet.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#hide);
  }

  /**
   * @param focus whether a person waits for it
   * @param message why it is there, for the person; put where the form has a place for it, `[data-cbo-message]`
   */
  show(identifier: string, focus: boolean, message: string): void {
    document.removeEventListener('DOMContentLoaded', this.#hide);
    const form = this.#form ?? this.#hidden?.form;
    this.#reveal();
    if (!form) {
      if (this.id()) this.#complain();
      return;
    }
    form.hidden = false;
    this.#say(form, message);
    const field = IDENTIFIER_FIELDS.map((selector) => form.querySelector<HTMLInputElement>(selector)).find(
      (one) => one !== null,
    );
    if (field && identifier !== '') fill(field, identifier);
    if (!focus) return;
    const fields = [...form.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])')];
    (fields.find(({ value, disabled }) => value === '' && !disabled) ?? field)?.focus();
  }

  readonly #hide = (): void => {
    const form = this.#form;
    if (form && form === this.#hidden?.form) return;
    this.#reveal();
    if (!form) return;
    // Hidden with one around it, or inside it, a person would be left with nothing.
    if (form.contains(this.host) || this.host.contains(form)) {
      this.#complain();
      if (this.host.contains(form)) this.host.after(form);
      else return;
    }
    const { style } = form;
    this.#hidden = {
      form,
      display: style.getPropertyValue('display'),
      priority: style.getPropertyPriority('display'),
    };
    form.hidden = true;
    // The site's own rule for the form would win over the attribute.
    style.setProperty('display', 'none', 'important');
    this.#say(form, '');
  };

  #reveal(): void {
    if (!this.#hidden) return;
    const { form, display, priority } = this.#hidden;
    this.#hidden = undefined;
    form.hidden = false;
    form.style.setProperty('display', display, priority);
  }

  /** What the site itself has put there stays, where there is nothing to add. */
  #say(form: HTMLElement, message: string): void {
    const place = form.querySelector('[data-cbo-message]');
    if (!place || (message === '' && place.textContent !== this.#message)) return;
    place.textContent = message;
    this.#message = message;
  }

  #complain(): void {
    const id = this.id();
    if (id === this.#wrongId) return;
    this.#wrongId = id;
    console.error(
      `<${this.host.localName}>: fallback-for="${id}" must be the id of an element beside this one`,
    );
  }

  get #form(): HTMLElement | undefined {
    const id = this.id();
    if (!id) return undefined;
    const root = this.host.getRootNode();
    const near = root instanceof ShadowRoot ? root.getElementById(id) : null;
    return near ?? document.getElementById(id) ?? undefined;
  }
}

/** As a person types: frameworks that own the field hear of it. */
function fill(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}
