import type { Path } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';
import { label } from './words.js';

/** What a field that takes a list may have been meant as, when it has one text or number. */
const lists: { readonly [field: string]: (value: string) => string } = {
  Retry: (value) => `{ ErrorEquals: [States.ALL], MaxAttempts: ${/^\d+$/.test(value) ? value : 3} }`,
  Catch: (value) => `{ ErrorEquals: [States.ALL], Next: ${value} }`,
};

/** What to do about a value at a path where a list belongs; `text` is how it is written. */
export function listHelp(path: Path, value: Json | undefined, text: string): string {
  const name = label(path);
  if (isList(value) && value.length === 0) return 'write at least one';
  if (typeof value === 'object') return `put it in a list: \`${name}: [{ … }]\``;
  const lines = String(value).trimEnd().split('\n');
  if (lines.length > 1) return 'write it as a list: begin each line with `- `, and leave out the `|` or `>`';
  const isPlain = !/[,[\]{}#:"']/.test(text) || /^(["'])[^"']*\1$/.test(text);
  const item = lists[name]?.(String(value)) ?? (isPlain ? text : JSON.stringify(value));
  return `write it as a list: \`${name}: [${item}]\``;
}

/** What an item of a list says as a key and its value: `A=b`, or an object of a name and a value. */
function entryOf(item: Json): string | undefined {
  if (typeof item === 'string') return /^[\w-]+=/.test(item) ? item.replace('=', ': ') : undefined;
  if (!isObject(item)) return undefined;
  const { ParameterKey, Key = ParameterKey, Name = Key, ParameterValue, Value = ParameterValue } = item;
  return typeof Name === 'string' && typeof Value === 'string' ? `${Name}: ${Value}` : undefined;
}

/** Fields that a single text may be meant for, by where it stands. */
const meantFields: { readonly [section: string]: string } = {
  Parameters: 'Default',
  Runners: 'Image',
  Resources: 'Type',
};

/** What to do about a value at a path where an object belongs. */
export function objectHelp(path: Path, value: Json | undefined): string | undefined {
  const name = label(path);
  if (isList(value) && value.length > 0) {
    return name === 'States'
      ? 'write each state as its name and a colon, without `- `, and its fields indented below'
      : `write it as \`${entryOf(value[0]!) ?? 'key: value'}\` on each line, without \`- \``;
  }
  if (name === 'States') return 'write under it each state by its name, and below the name its fields';
  if (typeof value !== 'string' || value === '') return undefined;
  // Fields begin with a capital letter: `node:22` is none.
  const joined = /^([A-Z][A-Za-z]*:)(\S.*)$/m.exec(value);
  if (joined !== null && !value.includes('::'))
    return `write a space after the colon: \`${joined[1]} ${joined[2]}\``;
  if (name === 'When')
    return 'write a condition, such as `When: { Variable: "${{ Environment }}", StringEquals: production }`';
  if (name === 'From') {
    return path[0] === 'Parameters'
      ? `write \`From: { Ssm: ${value.startsWith('/') ? value : '/name/of/parameter'} }\``
      : `write \`From: { Distribution: ${value} }\``;
  }
  if (path.at(-2) === 'Parameters' && path.includes('Properties'))
    return `write it under the name of its stack: \`Parameters: { <stack>: { ${name}: ${value} } }\``;
  const field = path.length === 2 ? meantFields[path[0]!] : undefined;
  return field && `write \`${name}: { ${field}: ${value} }\``;
}
