import type { Fix } from '../../diagnostics/problem.js';
import type { Json } from '../../source/document.js';
import { secondsOf } from './help.js';
import { looksPlain } from './words.js';

/** The value that must be meant by one of the wrong type, where nothing else can be; `text` is how it is written. */
export function meantValue(value: Json | undefined, expected: string, text: string): Fix['text'] | undefined {
  if (typeof value === 'number' || typeof value === 'boolean')
    return /^text\b/.test(expected) ? text : undefined;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  if (/`true`/.test(expected) && /^(yes|no|on|off|true|false)$/.test(word))
    return /^(yes|on|true)$/.test(word);
  if (!/number/.test(expected)) return undefined;
  return secondsOf(word) ?? (looksPlain(value) && !/true|false/.test(word) ? Number(word) : undefined);
}
