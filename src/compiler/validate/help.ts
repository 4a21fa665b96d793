import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import type { Json } from '../../source/document.js';
import type { Subject } from './index.js';

interface Values {
  readonly name: string;
  readonly expected: string;
  readonly found: string;
}

/** A value that is not what its field takes. */
export function wrongValue(subject: Subject, at: Path, value: Json | undefined, values: Values): Problem {
  const { document, kind, path } = subject;
  const place = { file: document.file, path: [...path, ...at] };
  const text = document.text.slice(...document.range(place.path));
  if (kind === 'plan' && at.length === 1 && at[0] === 'Version') {
    const shown = typeof value === 'number' ? { ...values, found: `the number ${text}` } : values;
    return problem('PLAN1005', place, shown, {
      help: wholeVersion(typeof value === 'number' ? text : value),
    });
  }
  return problem('PLAN1005', place, values, { help: inOtherWords(value, values.expected, text) });
}

/** `1.0` and `v1.2.3` as the semantic version that must have been meant. */
function wholeVersion(value: Json | undefined): string {
  const numbers = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(String(value));
  if (numbers === null) return 'write three numbers, such as 1.4.0, with a pre-release behind `-` if need be';
  const [, major, minor = '0', patch = '0'] = numbers;
  const whole = [major, minor, patch].map(Number).join('.');
  return `write ${whole}; this is the version of the plan, not of the Amazon States Language`;
}

function inOtherWords(value: Json | undefined, expected: string, text: string): string | undefined {
  if (value === null) return 'give it a value, or leave the key out';
  if (typeof value === 'number' || typeof value === 'boolean') {
    return expected.includes('text') || expected.startsWith('a range')
      ? `put it in quotes: "${text}"`
      : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const plain = /^(-?\d+(\.\d+)?|true|false)$/.test(value.trim());
  const wanted = /number|`true`/.test(expected);
  return plain && wanted ? `write it without quotes: ${value.trim()}` : undefined;
}
