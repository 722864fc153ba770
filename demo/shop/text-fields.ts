import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** The texts that a form or a JSON body carries, by name; files and anything else are left out. */
export async function textFields(c: Context): Promise<Partial<Record<string, string>>> {
  const isJson = c.req.header('Content-Type')?.startsWith('application/json');
  const body = isJson ? await jsonObject(c) : await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

async function jsonObject(c: Context): Promise<object> {
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) throw new HTTPException(400);
  return body;
}
