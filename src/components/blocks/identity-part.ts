import type { ScreenPart } from '../base/lazy-part.js';
import { identity } from '../styles/identity.styles.js';
import { identityCard } from '../ui/identity-card.js';

/** The card of the last identifier, with its styles. */
export class IdentityPart implements ScreenPart {
  readonly styles = identity;
  readonly render = identityCard;
}
