/** A block opens or closes its sub-view, or asks whether it was open when the page was left. Never leaves the public element. */
export class SubViewEvent extends Event {
  static readonly eventName = 'cbo-sub-view';
  /** `open` is undefined in the question; who knows the answer sets it. */
  constructor(public open?: boolean) {
    super(SubViewEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'cbo-sub-view': SubViewEvent;
  }
}
