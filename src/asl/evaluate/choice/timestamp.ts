import type { Json } from '../../../source/document.js';

/** RFC 3339 with a capital `T`, and `Z` or an offset: https://states-language.net/#timestamps */
const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970; undefined for what is no timestamp. */
export function timeOf(value: Json): number | undefined {
  if (typeof value !== 'string' || !pattern.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
