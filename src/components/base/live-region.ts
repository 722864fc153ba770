interface Announcer {
  announce(text: string, lang: string): void;
  prepare(): void;
}

const KEY = Symbol.for('corbado-elements.announcer');
/** Regions that appear together with their text are often not read, so text follows later. */
const DELAY_MS = 100;
const CLEAR_MS = 5_000;
const REPEAT_MS = 1_000;

function createAnnouncer(): Announcer {
  let region: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = { text: '', at: -Infinity };

  const prepare = (): HTMLElement => {
    const place = placeOfRegion();
    region ??= createRegion();
    if (region.parentNode !== place) place.append(region);
    return region;
  };
  const later = (ms: number, text: string, then?: () => void) => {
    timer = setTimeout(() => {
      const before = region?.parentNode;
      const target = prepare();
      // A dialog was opened or closed meanwhile, and in its new place the region is as new.
      if (target.parentNode !== before && text !== '') later(DELAY_MS, text, then);
      else {
        target.textContent = text;
        then?.();
      }
    }, ms);
  };

  return {
    prepare,
    announce(text, lang) {
      const now = performance.now();
      if (text === '' || (text === last.text && now - last.at < REPEAT_MS)) return;
      last = { text, at: now };
      clearTimeout(timer);
      const target = prepare();
      target.textContent = '';
      target.lang = lang;
      later(DELAY_MS, text, () => later(CLEAR_MS, ''));
    },
  };
}

/** Everything outside an open modal dialog is inert, and read by nobody; such a dialog has the focus. */
function placeOfRegion(): Element {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.closest('dialog:modal') ?? document.body;
}

function createRegion(): HTMLElement {
  const region = document.createElement('div');
  region.setAttribute('aria-live', 'polite');
  region.setAttribute('aria-atomic', 'true');
  region.className = 'cbo-announcer';
  // By CSSOM, because a strict policy forbids style attributes.
  Object.assign(region.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  return region;
}

function shared(): Announcer {
  const holder = globalThis as { [KEY]?: Announcer };
  holder[KEY] ??= createAnnouncer();
  return holder[KEY];
}

/** Puts the page's live region in place, empty: one that appears together with its text is often not read. */
export function prepare(): void {
  shared().prepare();
}

/** Speaks a text once, page-wide, when the person's reader is next free; the same text within a second is one announcement. */
export function announce(text: string, lang: string): void {
  shared().announce(text, lang);
}
