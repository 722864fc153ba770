// For blocks of a site's own: its templates need no second Lit, and with a CDN file there is no other.
export { css, html, nothing } from 'lit';
export { ApiClient, type ApiClientOptions } from './api/api-client.js';
export { ApiError, type ApiErrorKind, type FieldError } from './api/api-error.js';
export * as authApi from './api/auth-api.js';
export * as configsApi from './api/configs-api.js';
export * as connectApi from './api/connect-api.js';
export * as usersApi from './api/users-api.js';
export type * from './api/types.js';
export { AuthProcess } from './components/auth-process/auth-process.js';
export { BlockElement } from './components/base/block-element.js';
export type { Theme } from './components/base/theme-context.js';
export { ConnectAppend } from './components/connect-append/connect-append.js';
export { ConnectLogin } from './components/connect-login/connect-login.js';
export { ConnectPasskeyList } from './components/connect-passkey-list/connect-passkey-list.js';
export { ConnectSecondFactor } from './components/connect-second-factor/connect-second-factor.js';
export { CorbadoProvider } from './components/corbado-provider/corbado-provider.js';
export { registerLanguage } from './localize/language-registry.js';
export type {
  ElementCatalogue,
  MessageCatalogue,
  MessageKey,
  MessageOverrides,
  Translate,
} from './localize/messages.js';
// With a star, so that sites can add actions and data of their own by declaration merging.
export type * from './process/block-actions.js';
export type * from './process/step.js';
export {
  registerBlock,
  type BlockEntry,
  type BlockProperties,
  type BlockRenderContext,
  type SiteAction,
  type SiteActionContext,
  type SiteActions,
} from './process/block-registry.js';
export { CompleteEvent, type SessionUser } from './process/complete-event.js';
export { AppendEvent, type AppendOutcome } from './process/connect/append-event.js';
export {
  ConnectCompleteEvent,
  FallbackEvent,
  LoadedEvent,
  UnknownUserEvent,
  type FallbackCode,
} from './process/connect/connect-events.js';
export type { ConnectTokenProvider, ConnectTokenType } from './process/connect/connect-token.js';
export {
  PasskeyAppendEvent,
  PasskeyDeleteEvent,
  type ListedPasskey,
  type PasskeyDeletePhase,
} from './process/passkeys/passkey-list-events.js';
export { BlockActionEvent, ErrorEvent, StepEvent, UnknownBlockEvent } from './process/events.js';
export type { Problem } from './process/process-state.js';
export { VERSION } from './version.js';
