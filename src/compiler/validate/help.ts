import { isIntrinsic } from '../../language/intrinsic.js';
import { isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';
import { looksPlain } from './words.js';

/** `1.0` and `v1.2.3` as the semantic version that must have been meant. */
export function versionHelp(value: Json | undefined, text: string): string {
  const given = typeof value === 'number' ? text : String(value);
  const numbers = /^v?0*(\d+)(?:\.0*(\d+))?(?:\.0*(\d+))?$/.exec(given);
  if (numbers === null) return 'write three numbers, such as 1.4.0; a pre-release may follow behind a hyphen';
  const [, major, minor = '0', patch = '0'] = numbers;
  const whole = `${major}.${minor}.${patch}`;
  if (whole === given) return `no number in it may be larger than ${Number.MAX_SAFE_INTEGER}`;
  return given === '1.0'
    ? `write ${whole}: it is the version of this plan, not of the Amazon States Language`
    : `write ${whole}`;
}

/** What to do about a value of the wrong type; `text` is how it is written. */
export function valueHelp(value: Json | undefined, expected: string, text: string): string | undefined {
  if (value === null) return 'give it a value, or leave the key out';
  if (isIntrinsic(value) && /^text$|without `\$\{\{/.test(expected)) {
    return 'write it out: it must be known when the plan is built';
  }
  if (expected.startsWith('a list'))
    return typeof value === 'object' ? 'put it in a list' : `put it in a list: [${text}]`;
  if (isObject(value) && /\btext\b/.test(expected)) {
    return 'put the whole text in quotes: YAML reads `: ` as a key and its value';
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return /\btext\b|^the name|^a range/.test(expected) ? `put it in quotes: "${text}"` : undefined;
  }
  if (typeof value !== 'string' || !/number|`true`/.test(expected)) return undefined;
  if (looksPlain(value)) return `write it without quotes: ${value.trim()}`;
  return value.includes('${{') ? 'write the value itself: a reference cannot stand here' : undefined;
}
