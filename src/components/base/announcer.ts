/** Politeness of a live region (WAI-ARIA `aria-live`). */
export type Politeness = 'polite' | 'assertive';

interface Announcer {
  announce(text: string, politeness: Politeness): void;
  prepare(): void;
}

const KEY = Symbol.for('corbado-elements.announcer');
/** Regions that appear together with their text are often not read, so text follows later. */
const DELAY_MS = 100;
const CLEAR_MS = 5_000;
const REPEAT_MS = 1_000;

function createAnnouncer(): Announcer {
  const regions = new Map<Politeness, HTMLElement>();
  const timers = new Map<Politeness, ReturnType<typeof setTimeout>>();
  let last = { text: '', at: -Infinity };

  const region = (politeness: Politeness): HTMLElement => {
    const known = regions.get(politeness);
    if (known?.isConnected) return known;
    const created = document.createElement('div');
    created.setAttribute('aria-live', politeness);
    created.setAttribute('aria-atomic', 'true');
    created.className = 'cbo-announcer';
    // By CSSOM, because a strict policy forbids style attributes.
    Object.assign(created.style, {
      position: 'absolute',
      inlineSize: '1px',
      blockSize: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    });
    document.body.append(created);
    regions.set(politeness, created);
    return created;
  };

  return {
    prepare() {
      region('polite');
      region('assertive');
    },
    announce(text, politeness) {
      const now = performance.now();
      if (text === '' || (text === last.text && now - last.at < REPEAT_MS)) return;
      last = { text, at: now };
      const target = region(politeness);
      clearTimeout(timers.get(politeness));
      target.textContent = '';
      const speak = () => {
        target.textContent = text;
        timers.set(
          politeness,
          setTimeout(() => (target.textContent = ''), CLEAR_MS),
        );
      };
      timers.set(politeness, setTimeout(speak, DELAY_MS));
    },
  };
}

function shared(): Announcer {
  const holder = globalThis as { [KEY]?: Announcer };
  holder[KEY] ??= createAnnouncer();
  return holder[KEY];
}

/** Puts the page's pair of live regions in place, empty. */
export function prepareAnnouncer(): void {
  shared().prepare();
}

/** Speaks a text once, page-wide; the same text within a second is one announcement. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  shared().announce(text, politeness);
}
