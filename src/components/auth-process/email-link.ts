import { parseJson } from '../../api/json.js';
import type { EmailLink } from '../../process/drivers/auth-context.js';
import { isFields } from '../../process/fields.js';
import { EMAIL_LINK_ID } from './email-link-id.js';

/**
 * The email link this page was opened by (behaviour.md 7.5), if it was, taken out of the address: a reload must not hand it in
 * again. What the link says of an API is not read: nothing in an address may choose who gets the code.
 */
export function takeEmailLink(projectId: string): EmailLink | undefined {
  const { searchParams } = new URL(location.href);
  const id = searchParams.get(EMAIL_LINK_ID);
  const code = searchParams.get('corbadoToken');
  if (id === null || code === null) return undefined;
  const rest = new URL(location.href);
  rest.searchParams.delete(EMAIL_LINK_ID);
  rest.searchParams.delete('corbadoToken');
  history.replaceState(history.state, '', rest.href);
  return read(id, code, projectId);
}

function read(id: string, code: string, projectId: string): EmailLink | undefined {
  try {
    const bytes = Uint8Array.from(atob(id.replaceAll(' ', '+')), (character) => character.charCodeAt(0));
    const content: unknown = parseJson(new TextDecoder().decode(bytes));
    const process = isFields(content) && isFields(content['process']) ? content['process'] : {};
    const tempProcessId = process['tempId'];
    const mine = process['projectId'] === projectId;
    return mine && typeof tempProcessId === 'string' ? { tempProcessId, code } : undefined;
  } catch {
    return undefined;
  }
}
