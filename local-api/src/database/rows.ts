import type { Row } from '@libsql/client';

/** Typed reading of one column; a value of another type is a defect of the schema, not of a request. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds no text.`);
  return value;
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`Column ${column} holds no number.`);
  return value;
}

export function optionalInteger(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : integer(row, column);
}

export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

export function bytes(row: Row, column: string): Uint8Array<ArrayBuffer> {
  const value = row[column];
  if (!(value instanceof ArrayBuffer)) throw new TypeError(`Column ${column} holds no bytes.`);
  return new Uint8Array(value);
}

export function json(row: Row, column: string): unknown {
  return JSON.parse(text(row, column));
}
