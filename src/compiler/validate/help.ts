import type { Json } from '../../source/document.js';

/** `1.0` and `v1.2.3` as the semantic version that must have been meant. */
export function versionHelp(value: Json | undefined, text: string): string {
  const numbers = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(typeof value === 'number' ? text : String(value));
  if (numbers === null) return 'write three numbers, such as 1.4.0; a pre-release may follow behind a hyphen';
  const [, major, minor = '0', patch = '0'] = numbers;
  const whole = [major, minor, patch].map(Number).join('.');
  return `write ${whole}: it is the version of this plan, not of the Amazon States Language`;
}

/** What to do about a value of the wrong type; `text` is how it is written. */
export function valueHelp(value: Json | undefined, expected: string, text: string): string | undefined {
  if (value === null) return 'give it a value, or leave the key out';
  if (typeof value === 'number' || typeof value === 'boolean') {
    return /\btext\b|^the name|^a range/.test(expected) ? `put it in quotes: "${text}"` : undefined;
  }
  const plain = typeof value === 'string' && /^\s*(-?\d+(\.\d+)?|true|false)\s*$/.test(value);
  return plain && /number|`true`/.test(expected) ? `write it without quotes: ${value.trim()}` : undefined;
}
