import type { CSSResult } from 'lit';

/** A part of a screen has come and brings styles for the root that the screen lives in. Never leaves the public element. */
export class ScreenStylesEvent extends Event {
  static readonly eventName = 'cbo-screen-styles';
  constructor(readonly styles: CSSResult) {
    super(ScreenStylesEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'cbo-screen-styles': ScreenStylesEvent;
  }
}
