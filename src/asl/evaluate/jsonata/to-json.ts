import type { Json } from '../../../source/document.js';

/**
 * What an expression gave, as plain JSON; undefined where a function is in it. Numbers that JSON has no digits for are
 * written as text, as Step Functions does.
 */
export function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) {
    const items = value.map(toJson);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (typeof value !== 'object' || isFunction(value)) return undefined;
  const fields: [string, Json][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const json = toJson(inner);
    if (json === undefined) return undefined;
    fields.push([key, json]);
  }
  return Object.fromEntries(fields);
}

/** The functions of `jsonata` are objects with these marks. */
const isFunction = (value: object): boolean => '_jsonata_function' in value || '_jsonata_lambda' in value;
