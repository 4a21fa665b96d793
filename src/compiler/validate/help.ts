import type { Path } from '../../diagnostics/problem.js';
import { isIntrinsic } from '../../language/intrinsic.js';
import { isList, isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';
import { label, looksPlain } from './words.js';

/** `1.0` and `v1.2.3` as the semantic version that must have been meant. */
export function versionHelp(value: Json | undefined, text: string): string {
  const given = typeof value === 'number' ? text : String(value);
  const numbers = /^v?0*(\d+)(?:[.-]0*(\d+))?(?:[.-]0*(\d+))?$/.exec(given);
  if (numbers === null) return 'write three numbers, such as 1.4.0; a pre-release may follow behind a hyphen';
  const [, major, minor = '0', patch = '0'] = numbers;
  const whole = `${major}.${minor}.${patch}`;
  if (whole === given) return `no number in it may be larger than ${Number.MAX_SAFE_INTEGER}`;
  return given === '1.0'
    ? `write ${whole}: it is the version of this plan, not of the Amazon States Language`
    : `write ${whole}`;
}

/** What to do about a value of the wrong type at a path of the plan; `text` is how it is written. */
export function valueHelp(
  path: Path,
  value: Json | undefined,
  expected: string,
  text: string,
): string | undefined {
  if (value === null) return 'give it a value, or leave the key out';
  if (isIntrinsic(value) && /^text$|without `\$\{\{/.test(expected)) {
    return 'write it out: it must be known when the plan is built';
  }
  if (expected.startsWith('a list')) return listHelp(label(path), value, text);
  if (expected.startsWith('an object')) return objectHelp(path, value);
  if (isObject(value) && /\btext\b/.test(expected)) {
    return 'put the whole text in quotes: YAML reads `: ` as a key and its value';
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return /\btext\b|^the name|^a range/.test(expected) ? `put it in quotes: "${text}"` : undefined;
  }
  return typeof value === 'string' ? textHelp(value, expected) : undefined;
}

function listHelp(name: string, value: Json | undefined, text: string): string {
  if (typeof value === 'object') return 'put it in a list';
  const lines = String(value).trimEnd().split('\n');
  if (lines.length > 1) return 'write it as a list: begin each line with `- `, and leave out the `|` or `>`';
  const isPlain = !/[,[\]{}#:"']/.test(text) || /^(["'])[^"']*\1$/.test(text);
  return `write it as a list: \`${name}: [${isPlain ? text : JSON.stringify(value)}]\``;
}

/** Fields that a single text may be meant for, by where it stands. */
const meantFields: { readonly [section: string]: string } = {
  Parameters: 'Default',
  Runners: 'Image',
  Resources: 'Type',
};

function objectHelp(path: Path, value: Json | undefined): string | undefined {
  const name = label(path);
  if (isList(value) && value.length > 0) {
    return name === 'States'
      ? 'write each state as its name and a colon, without `- `, and its fields indented below'
      : 'write it as `key: value` on each line, without `- `';
  }
  if (typeof value !== 'string' || value === '') return undefined;
  const field = name === 'From' ? 'Ssm' : path.length === 2 ? meantFields[path[0]!] : undefined;
  return field ? `write \`${name}: { ${field}: ${value} }\`` : undefined;
}

function textHelp(value: string, expected: string): string | undefined {
  const word = value.trim().toLowerCase();
  if (/`true`/.test(expected) && /^(yes|no|on|off)$/.test(word)) {
    return `write ${word === 'yes' || word === 'on'}`;
  }
  if (/number|`true`/.test(expected)) {
    if (looksPlain(value)) return `write it without quotes: ${value.trim()}`;
    return value.includes('${{') ? 'write the value itself: a reference cannot stand here' : undefined;
  }
  if (expected.startsWith('an ARN')) return 'write it whole, such as arn:aws:iam::123456789012:role/deployer';
  if (expected.startsWith('a range')) return 'write `"*"` if any version will do';
  if (!expected.startsWith('a path')) return undefined;
  if (value.includes('${{')) {
    return 'write it out: the file is read when the plan is built; choose between two states with `When`';
  }
  return value.startsWith('/') ? `leave out the first \`/\`: ${value.replace(/^\/+/, '')}` : undefined;
}
