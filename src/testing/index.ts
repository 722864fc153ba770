export { blockContract, type BlockContract, type PrimaryAction } from './block-contract.js';
export {
  appendFinishRspOf,
  appendInitRspOf,
  appendStartRspOf,
  loginFinishRspOf,
  loginInitRspOf,
  loginRefusalOf,
  loginStartRspOf,
  manageInitRspOf,
  manageListRspOf,
  passkeyOf,
  passkeyOperationOf,
} from './connect-wire.js';
export { fixtureOf, type BlockFixture, type BlockFixtures, type FixtureOptions } from './block-fixture.js';
export { appendFixture, connectAppendEndings } from './fixtures/connect-append.js';
export { connectLoginEndings, lastLoginStorage, loginFixture } from './fixtures/connect-login.js';
export { connectPasskeyListEndings, passkeyListFixture } from './fixtures/connect-passkey-list.js';
export { connectSecondFactorEndings, secondFactorFixture } from './fixtures/connect-second-factor.js';
export { fixtures } from './fixtures/index.js';
export { memoryStorage } from './memory-storage.js';
export { ProcessStage, type ScreenElement, type StagedElement, type StageOptions } from './process-stage.js';
export {
  arriveAt,
  control,
  controlNames,
  field,
  goTo,
  heading,
  message,
  press,
  screenOf,
  typeInto,
} from './screen-actions.js';
export { accessibleName, descriptionsOf, screenProblems, type OptionalPart } from './screen-problems.js';
export {
  answer,
  answerWith,
  failWith,
  networkFailure,
  openWith,
  scriptedClient,
  scriptedFetch,
  silence,
  type Script,
  type ScriptedAnswer,
  type ScriptedFetch,
  type ScriptedRequest,
} from './scripted-fetch.js';
export {
  scriptedWebAuthn,
  type ScriptedCeremony,
  type ScriptedOutcome,
  type ScriptedWebAuthn,
  type WebAuthnScript,
} from './scripted-webauthn.js';
export { until } from './until.js';
export {
  blockOf,
  creationOptions,
  otherBlockOf,
  processInitRspOf,
  processResponseOf,
  requestOptions,
  sessionTokenOf,
  socialDataOf,
  type BlockOverrides,
  type ResponseOverrides,
  type WireBlockType,
} from './wire.js';
