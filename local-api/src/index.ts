export { createLocalApi, isLocalApiPath, type LocalApi, type LocalApiOptions } from './local-api.js';
export type { Settings, IdentifierSetting } from './settings/settings.js';
export type { SettingsPatch } from './settings/settings-patch.js';
export type { Fault } from './local/faults.js';
export {
  verifyRegistration,
  type RegisteredCredential,
  type RegistrationInput,
  type RegistrationResult,
} from './webauthn/verify-registration.js';
export {
  verifyAuthentication,
  type AuthenticationInput,
  type AuthenticationResult,
  type StoredCredential,
  type VerifiedAssertion,
} from './webauthn/verify-authentication.js';
export type { CeremonyExpectation, CeremonyFailure, Refusal } from './webauthn/ceremony-checks.js';
export { defaultPolicy, offeredAlgorithms, type CeremonyPolicy } from './webauthn/policy.js';
