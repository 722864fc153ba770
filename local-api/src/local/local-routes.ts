import { Hono } from 'hono';
import type { Connection, Database } from '../database/database.js';
import { clearUsersAndProcesses, createStore } from '../database/store.js';
import { ApiError, validationError } from '../http/api-error.js';
import { readJsonBody } from '../http/json-body.js';
import type { RateLimits } from '../http/rate-limits.js';
import type { SettingsSource } from '../settings/settings-source.js';
import { parseFault, type Faults } from './faults.js';

/**
 * The endpoints of this local API that are no part of the Frontend API's contract. Pages of other
 * origins cannot reach them.
 *
 * - `GET /local-api/settings` answers all settings (`Settings`).
 * - `PATCH /local-api/settings` takes any part of them and answers all. An unknown setting or a wrong
 *   value is a 400 that names each field, and nothing is changed.
 * - `POST /local-api/reset` deletes users, sessions, processes and messages, lifts all faults and rate limits; with the body
 *   `{"settings": true}` the settings go back to those of the start as well.
 * - `GET /local-api/users`, `DELETE /local-api/users/{id}`, `DELETE /local-api/users`.
 * - `GET /local-api/outbox`, newest message first; `?identifier=` picks one address or number; `DELETE` empties it.
 * - `GET /local-api/events` answers what pages reported last and what was decided about them; `?kind=` picks `auth`,
 *   `connect`, `connect-low` or `connect-decision`.
 * - `GET`, `POST`, `DELETE /local-api/faults`: planned misbehaviour (`Fault`).
 */
export function localRoutes(
  database: Database,
  settings: SettingsSource,
  faults: Faults,
  rateLimits: RateLimits,
  now: () => number,
  onReset?: () => Promise<void>,
): Hono {
  const routes = new Hono();

  routes.get('/settings', async (c) => c.json(await settings.read()));

  routes.patch('/settings', async (c) => {
    const result = await settings.change(await readJsonBody(c.req.raw));
    if (!result.ok) throw validationError('The settings were not changed.', result.errors);
    return c.json(result.settings);
  });

  routes.post('/reset', async (c) => {
    const body = c.req.header('content-type') === undefined ? {} : await readJsonBody(c.req.raw);
    faults.clear();
    rateLimits.clear();
    await database.transaction(clearUsersAndProcesses);
    await onReset?.();
    if (typeof body === 'object' && body !== null && 'settings' in body && body.settings === true) {
      await settings.restore();
    }
    return c.body(null, 204);
  });

  routes.get('/users', async (c) => {
    const users = await database.transaction(async (connection) => {
      const store = createStore(connection, now());
      const all = [];
      for (const user of await store.users.list()) {
        const { length } = await store.credentials.listOfUser(user.id);
        all.push({ ...user, passkeys: length });
      }
      return all;
    });
    return c.json({ users });
  });

  routes.delete('/users', async (c) => {
    await database.transaction(clearUsersAndProcesses);
    return c.body(null, 204);
  });

  routes.delete('/users/:id', async (c) => {
    const id = c.req.param('id');
    const deleted = await database.transaction((connection) =>
      createStore(connection, now()).users.delete(id),
    );
    if (!deleted) throw new ApiError(404, 'not_found', `There is no user ${id}.`);
    return c.body(null, 204);
  });

  routes.get('/outbox', async (c) => {
    const to = c.req.query('identifier');
    const list = (connection: Connection) => createStore(connection, now()).outbox.list(to);
    return c.json({ messages: await database.transaction(list) });
  });

  routes.delete('/outbox', async (c) => {
    await database.transaction((connection) => createStore(connection, now()).outbox.clear());
    return c.body(null, 204);
  });

  routes.get('/events', async (c) => {
    const kind = c.req.query('kind');
    const list = (connection: Connection) => createStore(connection, now()).events.list(kind);
    return c.json({ events: await database.transaction(list) });
  });

  routes.get('/faults', (c) => c.json({ faults: faults.all }));

  routes.post('/faults', async (c) => {
    const result = parseFault(await readJsonBody(c.req.raw));
    if (!result.ok) throw validationError('The fault was not planned.', result.errors);
    faults.add(result.fault);
    return c.json(result.fault);
  });

  routes.delete('/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  return routes;
}

/** @throws {ApiError} for a request made by a page of another origin */
export function requireSameOrigin(request: Request, ownUrl: string): void {
  const origin = request.headers.get('origin') ?? ownUrl;
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin';
  if (origin === ownUrl && (site === 'same-origin' || site === 'none')) return;
  throw new ApiError(403, 'validation_error', 'Only pages of the same origin may use this endpoint.');
}
