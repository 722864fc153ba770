import { findNamedProcess } from '../auth/find-process.js';
import type { Process } from '../database/processes.js';
import { forgetExpired } from '../database/store.js';
import type { RequestContext } from '../http/request-context.js';
import { newId } from '../random.js';
import { newClientState } from './client-state.js';
import { mergeConnectClient } from './connect-client.js';
import type { ConnectContext } from './connect-context.js';
import { connectFlags } from './connect-flags.js';
import type { ConnectInitReq, ConnectState } from './connect-state.js';
import { isRolledOut } from './rollout.js';

export interface OpenedConnectProcess {
  context: ConnectContext;
  token: string;
  isRolledOut: boolean;
  newClientState?: string;
  /** The fields all three `init` operations answer. */
  common: {
    newClientEnvHandle?: string;
    expiresAt: number;
    frontendApiUrl: string;
    flags: Record<string, string>;
  };
}

/**
 * Opens a process, or goes on with the one the request names, so that login, append and manage share one. A device that
 * names no environment handle gets one, to be known again later.
 */
export async function openConnectProcess(
  context: RequestContext,
  { clientInformation, invitationToken }: ConnectInitReq,
): Promise<OpenedConnectProcess> {
  const { store, settings, now, projectId } = context;
  await forgetExpired(store);
  const { process, token } = await findOrCreate(context, clientInformation.clientEnvHandle);
  process.expiresAt = now + settings.processLifetimeSeconds * 1000;
  process.state.client = mergeConnectClient(process.state.client, clientInformation);
  const { clientEnvHandle } = process.state.client;
  const isNewHandle = clientEnvHandle !== clientInformation.clientEnvHandle;
  return {
    context: { ...context, process },
    token,
    isRolledOut: isRolledOut(settings, { projectId, clientEnvHandle, invitationToken }),
    newClientState: newClientState({
      ...(isNewHandle && { clientEnvHandle: { data: clientEnvHandle, ts: now } }),
      lastLogin: process.state.lastLogin,
    }),
    common: {
      ...(isNewHandle && { newClientEnvHandle: clientEnvHandle }),
      expiresAt: Math.floor(process.expiresAt / 1000),
      frontendApiUrl: context.ownUrl,
      flags: connectFlags(settings),
    },
  };
}

/** A page on another device has nothing to do with a process, even if it holds its token. */
async function findOrCreate(
  context: RequestContext,
  clientEnvHandle: string | undefined,
): Promise<{ process: Process<ConnectState>; token: string }> {
  const { store, settings, pageOrigin } = context;
  const found = await findNamedProcess(context, store.connectProcesses);
  const known = found?.process.state.client.clientEnvHandle;
  if (found && (!clientEnvHandle || clientEnvHandle === known)) return found;
  const state: ConnectState = {
    client: { clientEnvHandle: clientEnvHandle || newId('env') },
    allowed: {},
    loginErrors: 0,
    noCredentials: false,
  };
  return store.connectProcesses.create(pageOrigin, state, settings.processLifetimeSeconds * 1000);
}
