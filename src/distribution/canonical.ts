import type { Json } from '../source/document.js';

/**
 * A JSON value as the one text RFC 8785 (JSON Canonicalization Scheme) gives it: keys sorted by UTF-16 code units, no
 * white space, numbers and strings as ECMAScript writes them. Keys that are undefined are left out.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as { readonly [key: string]: Json | undefined };
  const members = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key]!)}`);
  return `{${members.join(',')}}`;
}
