import type { ApiCall, ApiClient, CallOptions } from './api-client.js';
import type { Guard } from './shape-guards.js';

/** What one operation of CorbadoConnect needs to be called. */
export type ConnectCall = Pick<ApiCall, 'path' | 'body' | 'retry' | 'timeoutMs' | 'keepalive'>;

export function connectCall(call: ConnectCall, options: CallOptions | undefined): ApiCall {
  return { ...options, ...call, method: 'POST', path: `/v2/connect/${call.path}`, headers: 'connect' };
}

export function post<T>(
  client: ApiClient,
  call: ConnectCall,
  expect: Guard<T>,
  options?: CallOptions,
): Promise<T> {
  return client.request({ ...connectCall(call, options), expect });
}
