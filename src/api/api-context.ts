import { createContext } from '@lit/context';
import type { ApiClient } from './api-client.js';

/** Hands the client of a `<corbado-provider>` down; one key for all copies of the kit on a page. */
export const apiContext = createContext<ApiClient | undefined>(Symbol.for('corbado-elements.api'));
