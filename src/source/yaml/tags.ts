import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { Json } from '../document.js';
import type { Range } from './excerpt.js';
import { fail, type Reader, spot } from './reader.js';

/** One of CloudFormation's, known or not: `!Sub`. A lone `!` says "not a number" and is YAML's own. */
export const isShortTag = (tag: string | undefined): tag is `!${string}` =>
  tag !== undefined && tag.length > 1 && tag.startsWith('!');

/**
 * The key that a short tag stands for:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const longForm = (tag: `!${string}`): string =>
  tag === '!Ref' || tag === '!Condition' ? tag.slice(1) : `Fn::${tag.slice(1)}`;

/** The text after a short tag; `!GetAtt Name.Attribute` is short for a list of the two. */
export function taggedText(reader: Reader, node: Scalar): Json {
  const text = reader.repaired(node.source ?? '');
  const dot = text.indexOf('.');
  if (node.tag !== '!GetAtt' || dot === -1) return text;
  const values = [text.slice(0, dot), text.slice(dot + 1)];
  reader.collections.set(values, [
    { node, part: [0, dot] },
    { node, part: [dot + 1, text.length] },
  ]);
  return values;
}

const core = 'tag:yaml.org,2002:';
const fits: { readonly [name: string]: (node: Node) => boolean } = {
  map: isMap,
  seq: isSeq,
  str: (node) => isScalar(node) && typeof node.value === 'string',
  int: (node) => isScalar(node) && Number.isInteger(node.value),
  float: (node) => isScalar(node) && (typeof node.value === 'number' || /^[-+]?\d+$/.test(node.source ?? '')),
  bool: (node) => isScalar(node) && typeof node.value === 'boolean',
  null: (node) => isScalar(node) && node.value === null,
};

/** Whether a tag is one of the core schema's and fits its value: https://yaml.org/spec/1.2.2/#103-core-schema */
export function isCoreTag(reader: Reader, node: Node, tag: string): boolean {
  if (tag === '!') return true;
  const name = tag.startsWith(core) ? tag.slice(core.length) : '';
  const written = name === '' ? tag : `!!${name}`;
  if (!Object.hasOwn(fits, name)) {
    const read = Object.keys(fits).map((known) => `!!${known}`);
    fail(reader, 'PLAN0016', tagBefore(reader.text, node), { tag: written }, () => ({
      help: `leave it out; what is read are ${read.join(', ')} and the short tags of CloudFormation`,
    }));
    return false;
  }
  if (fits[name]!(node)) return true;
  const text = isScalar(node) ? reader.repaired(node.source ?? '') : isMap(node) ? '{ … }' : '[ … ]';
  fail(reader, 'PLAN0017', node, { tag: written, text }, () => ({
    help: `leave out \`${written}\` or correct the value`,
  }));
  return false;
}

/** `yaml` keeps the place of what follows the tag alone. */
function tagBefore(text: string, node: Node): Range {
  const [start] = node.range!;
  const from = Math.max(0, start - 1000);
  const last = [...text.slice(from, start).matchAll(/!<[^>\n]*>|![^\s,[\]{}]*/g)].at(-1);
  return last === undefined ? spot(node) : [from + last.index, from + last.index + last[0].length];
}
