import { VERSION } from '../version.js';

/**
 * Which headers a call carries (behaviour.md section 2): `project` the project header only, `process-config` that and
 * those that describe the client, `auth` and `connect` their process as well, `users` the bearer.
 */
export type HeaderGroup = 'project' | 'process-config' | 'auth' | 'connect' | 'users';

export interface HeaderValues {
  readonly projectId: string;
  readonly processId?: string;
  readonly tempProcessId?: string;
  /** Refresh token, `users` only. */
  readonly bearer?: string;
}

const SDK = JSON.stringify({ name: 'corbado-elements', sdkVersion: VERSION });

/** @throws TypeError when a value cannot be written into a header. */
export function requestHeaders(group: HeaderGroup, values: HeaderValues): Headers {
  const headers = new Headers({ 'X-Corbado-ProjectID': values.projectId });
  const describesClient = group === 'users' ? Boolean(values.bearer) : group !== 'project';
  if (describesClient) {
    headers.set('X-Corbado-SDK', SDK);
    headers.set('X-Corbado-Client-Timezone', timeZone());
    if (group !== 'connect') headers.set('X-Corbado-Flags', '');
  }
  if (group === 'auth' && values.tempProcessId) {
    headers.set('X-Corbado-Temp-Process-ID', values.tempProcessId);
  } else if ((group === 'auth' || group === 'connect') && values.processId) {
    headers.set('X-Corbado-Process-ID', values.processId);
  }
  if (group === 'users' && values.bearer) {
    headers.set('Authorization', `Bearer ${values.bearer}`);
    headers.set('Cache-Control', 'no-cache');
    headers.set('Pragma', 'no-cache');
    headers.set('Expires', '0');
  }
  return headers;
}

function timeZone(): string {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
  } catch {
    return '';
  }
}
