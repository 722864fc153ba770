/** What the first screen that offers a passkey needs: one chunk, asked for beside the request that brings it. */
export { pageCoordinator } from '../../webauthn/ceremony-coordinator.js';
export { loadWebAuthn } from '../../webauthn/webauthn-service.js';
export { PasskeyCeremonies } from './passkey-ceremonies.js';
