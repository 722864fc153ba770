import { Challenges } from './challenges.js';
import { Credentials } from './credentials.js';
import type { Connection } from './database.js';
import { Events } from './events.js';
import { Processes } from './processes.js';
import { SealedAnswers } from './sealed-answers.js';
import { Sessions } from './sessions.js';
import { SigningKeys } from './signing-keys.js';
import { Users } from './users.js';

/** The tables, bound to one unit of work and one moment. */
export interface Store {
  users: Users;
  credentials: Credentials;
  processes: Processes;
  challenges: Challenges;
  sessions: Sessions;
  sealedAnswers: SealedAnswers;
  signingKeys: SigningKeys;
  events: Events;
}

/** @param now milliseconds */
export function createStore(connection: Connection, now: number): Store {
  return {
    users: new Users(connection, now),
    credentials: new Credentials(connection, now),
    processes: new Processes(connection, now),
    challenges: new Challenges(connection, now),
    sessions: new Sessions(connection, now),
    sealedAnswers: new SealedAnswers(connection, now),
    signingKeys: new SigningKeys(connection, now),
    events: new Events(connection, now),
  };
}

/** Empties everything people have left behind; settings and signing keys stay. */
export async function clearUsersAndProcesses(connection: Connection): Promise<void> {
  for (const table of [
    'events',
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
