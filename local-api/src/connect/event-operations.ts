import type { RequestBody } from '../contract.js';
import type { ConnectContext } from './connect-context.js';
import { personOf } from './person-of.js';

/** Keeps what a page reports, and remembers what later decisions depend on. */
export async function connectEventCreate(
  { process, store }: ConnectContext,
  { eventType: type, message, challenge }: RequestBody<'ConnectEventCreate'>,
): Promise<undefined> {
  const { state, id } = process;
  await store.events.add({
    kind: 'connect',
    processId: id,
    userId: personOf(state),
    type,
    message,
    challenge,
  });
  if (type === 'login-error' || type === 'login-error-untyped') state.loginErrors += 1;
  if (type === 'login-no-credentials') state.noCredentials = true;
  // A lasting wish counts only from somebody the site's server or a passkey vouched for.
  const userId = state.append?.userId ?? state.signIn?.userId;
  if (userId === undefined) return;
  if (type === 'user-append-after-cross-platform-blacklisted') {
    await store.events.optOut(userId, 'after-hybrid');
  }
  if (type === 'user-append-after-login-error-blacklisted') await store.events.optOut(userId, 'after-error');
}

export async function connectEventLowCreate(
  { process, store }: ConnectContext,
  { items }: RequestBody<'ConnectEventLowCreate'>,
): Promise<undefined> {
  for (const { eventType, timestamp, durationMs } of items) {
    await store.events.add({
      kind: 'connect-low',
      processId: process.id,
      userId: personOf(process.state),
      // The contract demands no member of an item.
      type: eventType ?? '',
      reportedAt: timestamp,
      durationMs,
    });
  }
}
