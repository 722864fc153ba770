/** The operations of CorbadoConnect that tell what happened; nothing is answered. */
import type { ApiClient, CallOptions } from './api-client.js';
import { connectCall } from './connect-call.js';
import type { ConnectEventCreateReq, ConnectEventLowCreateReq } from './types.js';

export function connectEventCreate(
  client: ApiClient,
  body: ConnectEventCreateReq,
  options?: CallOptions,
): Promise<void> {
  return client.send(connectCall({ path: 'events', body, retry: 'never', keepalive: true }, options));
}

export function connectEventLowCreate(
  client: ApiClient,
  body: ConnectEventLowCreateReq,
  options?: CallOptions,
): Promise<void> {
  return client.send(connectCall({ path: 'eventsLow', body, retry: 'never', keepalive: true }, options));
}
