import type { Path } from '../../diagnostics/problem.js';
import { isIntrinsic } from '../../language/intrinsic.js';
import { isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';
import { roots } from '../references/roots.js';
import { listHelp, objectHelp } from './collection-help.js';
import { looksPlain } from './words.js';

export interface WrongValue {
  /** From the root of the plan. */
  readonly path: Path;
  readonly value: Json | undefined;
  readonly expected: string;
  /** How it is written. */
  readonly text: string;
  /** How such a value may be written. */
  readonly example: string | undefined;
  /** Whether one whole reference may stand there. */
  readonly takesReference: () => boolean;
}

/** What to do about a value of the wrong type. */
export function valueHelp(wrong: WrongValue): string | undefined {
  const { path, value, expected, text, example } = wrong;
  if (value === null) return 'give it a value, or leave the key out';
  if (isIntrinsic(value) && /^text$|without `\$\{\{/.test(expected)) {
    return 'write it out: it must be known when the plan is built';
  }
  if (expected.startsWith('a list')) return listHelp(path, value, text);
  if (expected.startsWith('an object')) return objectHelp(path, value);
  if (expected.startsWith('an ARN'))
    return `write it whole, such as ${example ?? 'arn:aws:iam::123456789012:role/deployer'}`;
  if (isObject(value) && /\btext\b/.test(expected)) {
    if (path.includes('Commands') && typeof value.run === 'string')
      return 'write the command alone, without `run:`';
    return 'put the whole text in quotes: YAML reads `: ` as a key and its value';
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    if (/^(IdleTimeout|MaxDuration)$/.test(String(path.at(-1))))
      return `write it with a unit, such as ${value}m`;
    if (path.at(-1) === 'Cpu' && Number(value) <= 16)
      return `write ${Number(value) * 1024}: 1024 are one CPU`;
    return /\btext\b|^the name|^a range/.test(expected) ? `put it in quotes: "${text}"` : undefined;
  }
  return typeof value === 'string' ? textHelp(value, wrong) : undefined;
}

function textHelp(value: string, { path, expected, takesReference }: WrongValue): string | undefined {
  const word = value.trim().toLowerCase();
  if (/`true`/.test(expected) && /^(yes|no|on|off)$/.test(word)) {
    return `write ${word === 'yes' || word === 'on'}`;
  }
  if (/number|`true`/.test(expected)) {
    const seconds = /number/.test(expected) ? secondsOf(word) : undefined;
    if (seconds !== undefined) return `write it in seconds: ${seconds}`;
    const mebibytes = /MiB/.test(expected) ? mebibytesOf(word) : undefined;
    if (mebibytes !== undefined) return `write it in MiB: ${mebibytes}`;
    if (looksPlain(value)) return `write it without quotes: ${value.trim()}`;
    if (!value.includes('${{')) return undefined;
    return takesReference()
      ? 'write the reference alone, without text around it'
      : 'write the value itself: a reference cannot stand here';
  }
  if (expected.startsWith('a range')) {
    if (value.includes(',')) return `leave out the comma: ${JSON.stringify(value.replace(/\s*,\s*/g, ' '))}`;
    return /\d/.test(value)
      ? 'write it as npm does, such as `>=2.1.0 <3.0.0`; `"*"` is any version'
      : 'write `"*"` if any version will do';
  }
  if (path.at(-1) === 'Variable') {
    return roots.includes(value.split('.', 1)[0]!)
      ? `write \`Variable: "\${{ ${value} }}"\``
      : 'write a path that begins with `$`, or a reference';
  }
  if (!expected.startsWith('a path')) return undefined;
  if (value.includes('${{')) {
    return 'write it out: the file is read when the plan is built; choose between two states with `When`';
  }
  return value.startsWith('/') ? `leave out the first \`/\`: ${value.replace(/^\/+/, '')}` : undefined;
}

/** `512MB`, `4 GB` in MiB. */
function mebibytesOf(word: string): number | undefined {
  const size = /^(\d+)\s*(m|g)(i?b)?$/.exec(word);
  return size === null ? undefined : Number(size[1]) * (size[2] === 'g' ? 1024 : 1);
}

const units = { s: 1, m: 60, h: 3600, d: 86400 } as const;

/** `90s`, `15m`, `2 hours` in seconds. */
export function secondsOf(word: string): number | undefined {
  const duration = /^(\d+)\s*(s|m|h|d)(ec|econds?|in|inutes?|ours?|ays?)?$/.exec(word);
  return duration === null ? undefined : Number(duration[1]) * units[duration[2] as keyof typeof units];
}
