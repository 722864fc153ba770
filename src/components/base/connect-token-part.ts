import type { ConnectTokenSource, ConnectTokenType } from '../../process/connect/connect-token.js';
import { Part } from '../../process/drivers/part.js';

const part = new Part(() => import('../../process/connect/connect-token.js'));

/** Has the way to connect tokens at hand. Throws `ApiError`. */
export const loadConnectTokens = (): Promise<unknown> => part.load();

/** The same beside the first request, for an element that asks for a token right after it; who then asks hears of a failure. */
export function preloadConnectTokens(): void {
  loadConnectTokens().catch(() => undefined);
}

/** A connect token, fresh for each use. Throws as `connectToken` of `process/connect`, and where that cannot be loaded. */
export async function connectToken(
  source: ConnectTokenSource,
  type: ConnectTokenType,
  signal: AbortSignal,
): Promise<string> {
  const tokens = part.present ?? (await part.load());
  return tokens.connectToken(source, type, signal);
}
