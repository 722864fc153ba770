import {
  createCeremonyCoordinator,
  type CeremonyCoordinator,
} from '../../src/webauthn/ceremony-coordinator.js';
import { createWebAuthnService, type WebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { FakeWebAuthn } from './fake-webauthn.js';
import { ManualClock } from './manual-clock.js';
import { nextTask } from './next-task.js';

/** A page with a coordinator and a service of its own, in a fake browser and on a manual clock. */
export interface CeremonyPage {
  browser: FakeWebAuthn;
  clock: ManualClock;
  /** Takes `pagehide` and `pageshow`. */
  page: EventTarget;
  coordinator: CeremonyCoordinator;
  service: WebAuthnService;
}

/** Restore the browser afterwards. */
export function openCeremonyPage(): CeremonyPage {
  const browser = new FakeWebAuthn();
  browser.install();
  const clock = new ManualClock();
  const page = new EventTarget();
  const coordinator = createCeremonyCoordinator(clock, page);
  return { browser, clock, page, coordinator, service: createWebAuthnService({ clock, coordinator }) };
}

/** What the browser rejects with when the person closes its prompt. */
export const cancelledByPerson = (): DOMException => new DOMException('detail', 'NotAllowedError');

/** Resolves to the outcome, or to 'pending' when nothing more happens without the outside. */
export async function outcomeNow(ceremony: Promise<{ outcome: string }>): Promise<string> {
  for (let task = 0; task < 5; task += 1) await nextTask();
  return Promise.race([ceremony.then(({ outcome }) => outcome), nextTask().then(() => 'pending')]);
}
