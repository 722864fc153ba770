const DURATION_MS = 180;

/** Eases the card from the height of one screen to that of the next, unless the person asked for less motion. */
export class CardMotion {
  #from: number | undefined;

  constructor(private readonly card: () => HTMLElement | null) {}

  /** Notes the height before a change. */
  remember(): void {
    this.#from = this.card()?.getBoundingClientRect().height;
  }

  /** Plays from the noted height to the present one. */
  play(): void {
    const card = this.card();
    const from = this.#from;
    this.#from = undefined;
    if (!card || from === undefined || from === 0 || reducedMotion()) return;
    const to = card.getBoundingClientRect().height;
    if (Math.abs(to - from) < 1) return;
    card.animate([{ blockSize: `${from}px` }, { blockSize: `${to}px` }], {
      duration: DURATION_MS,
      easing: 'ease-out',
    });
  }
}

function reducedMotion(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
}
