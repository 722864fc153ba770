import type { ConnectState } from '../connect/connect-state.js';
import { Grants } from '../social-provider/grants.js';
import { Challenges } from './challenges.js';
import { ConnectTokens } from './connect-tokens.js';
import { Credentials } from './credentials.js';
import type { Connection } from './database.js';
import { Events } from './events.js';
import { Outbox } from './outbox.js';
import { Processes } from './processes.js';
import { SealedAnswers } from './sealed-answers.js';
import { Sessions } from './sessions.js';
import { SigningKeys } from './signing-keys.js';
import { SocialAccounts } from './social-accounts.js';
import { SocialLogins } from './social-logins.js';
import { Users } from './users.js';
import { VerificationCodes } from './verification-codes.js';

/** The tables, bound to one unit of work and one moment. */
export interface Store {
  users: Users;
  credentials: Credentials;
  processes: Processes;
  connectProcesses: Processes<ConnectState>;
  challenges: Challenges;
  sessions: Sessions;
  sealedAnswers: SealedAnswers;
  signingKeys: SigningKeys;
  events: Events;
  verificationCodes: VerificationCodes;
  outbox: Outbox;
  socialAccounts: SocialAccounts;
  socialLogins: SocialLogins;
  connectTokens: ConnectTokens;
  /** The provider's, beside ours: on this machine both live in one database. */
  grants: Grants;
}

/** @param now milliseconds */
export function createStore(connection: Connection, now: number): Store {
  return {
    users: new Users(connection, now),
    credentials: new Credentials(connection, now),
    processes: new Processes(connection, now, 'auth'),
    connectProcesses: new Processes<ConnectState>(connection, now, 'connect'),
    challenges: new Challenges(connection, now),
    sessions: new Sessions(connection, now),
    sealedAnswers: new SealedAnswers(connection, now),
    signingKeys: new SigningKeys(connection, now),
    events: new Events(connection, now),
    verificationCodes: new VerificationCodes(connection, now),
    outbox: new Outbox(connection, now),
    socialAccounts: new SocialAccounts(connection, now),
    socialLogins: new SocialLogins(connection, now),
    connectTokens: new ConnectTokens(connection, now),
    grants: new Grants(connection, now),
  };
}

/** Removes what is of no use any more because its time is up. */
export async function forgetExpired(store: Store): Promise<void> {
  await Promise.all([
    store.processes.deleteExpired(),
    store.challenges.deleteExpired(),
    store.sealedAnswers.deleteExpired(),
    store.sessions.deleteExpired(),
    store.verificationCodes.deleteExpired(),
    store.socialLogins.deleteExpired(),
    store.connectTokens.deleteExpired(),
  ]);
}

/** Empties everything people have left behind; settings and signing keys stay. */
export async function clearUsersAndProcesses(connection: Connection): Promise<void> {
  for (const table of [
    'events',
    'outbox',
    'verification_codes',
    'provider_grants',
    'connect_tokens',
    'challenges',
    'processes',
    'sessions',
    'credentials',
    'identifiers',
    'users',
  ]) {
    await connection.run(`DELETE FROM ${table}`);
  }
}
