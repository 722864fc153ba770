/** Tells whether a parsed body has the shape `T`. */
export type Guard<T> = (value: unknown) => value is T;

type Primitive = 'string' | 'number' | 'boolean' | 'object' | 'array';
type FieldRule = Primitive | `${Primitive}?` | ((value: unknown) => boolean);

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isObject(value) : typeof value === type;
}

function obeys(value: unknown, rule: FieldRule): boolean {
  if (typeof rule === 'function') return rule(value);
  return rule.endsWith('?') ? value === undefined || hasType(value, rule.slice(0, -1)) : hasType(value, rule);
}

/**
 * Guard for an object with the given members. Only what the kit relies on is named, so that a newer server may add
 * members and an older one may lack those nobody reads.
 */
export function shape<T extends object>(rules: { readonly [K in keyof T]?: FieldRule }): Guard<T> {
  const fields = Object.entries(rules) as [string, FieldRule][];
  return (value): value is T => isObject(value) && fields.every(([name, rule]) => obeys(value[name], rule));
}

export function optional(guard: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || guard(value);
}

export function listOf(guard: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(guard);
}

export function isStringMap(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((member) => typeof member === 'string');
}
