import type { ApiClient } from '../../api/api-client.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';

/** What stands between the Connect elements and the world while a situation is simulated. */
export interface Simulation {
  client(client: ApiClient): ApiClient;
  webauthn(service: WebAuthnService): WebAuthnService;
  unsupportedReason(): ReturnType<WebAuthnService['unsupportedReason']>;
  /** Nothing of it is remembered. */
  readonly storage: Storage;
}

/** The simulation of this page; only builds that opt in (`define/simulation`) ever set it. */
export const simulated: { present: Simulation | undefined } = { present: undefined };
