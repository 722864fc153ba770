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
  const describesClient = group === 'users' ? values.bearer : group !== 'project';
  return new Headers({
    'X-Corbado-ProjectID': values.projectId,
    ...(describesClient && { 'X-Corbado-SDK': SDK, 'X-Corbado-Client-Timezone': timeZone() }),
    ...(describesClient && group !== 'connect' && { 'X-Corbado-Flags': '' }),
    ...processHeader(group, values),
    ...(values.bearer && {
      Authorization: `Bearer ${values.bearer}`,
      'Cache-Control': 'no-cache',
      Pragma: 'no-cache',
      Expires: '0',
    }),
  });
}

function processHeader(group: HeaderGroup, values: HeaderValues): Record<string, string> {
  if (group !== 'auth' && group !== 'connect') return {};
  if (group === 'auth' && values.tempProcessId) return { 'X-Corbado-Temp-Process-ID': values.tempProcessId };
  return values.processId ? { 'X-Corbado-Process-ID': values.processId } : {};
}

function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
