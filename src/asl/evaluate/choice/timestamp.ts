import type { Json } from '../../../source/document.js';
import { rfc3339 } from '../../states/values.js';

const pattern = new RegExp(rfc3339);

/** Milliseconds since 1970; undefined for what is no timestamp. */
export function timeOf(value: Json): number | undefined {
  if (typeof value !== 'string' || !pattern.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
