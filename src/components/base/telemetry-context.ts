import { createContext } from '@lit/context';

/** `off`: the Frontend API is not told what became of passkey prompts and offers (`/v2/auth/events`). */
export type Telemetry = 'on' | 'off';

/** What a `<corbado-provider>` sets for the elements inside. */
export const telemetryContext = createContext<Telemetry | undefined>(
  Symbol.for('corbado-elements.telemetry'),
);
