import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Json } from '../document.js';
import type { Part } from './origin.js';
import { fail, type Reader, spot } from './reader.js';
import { collection } from './values.js';

/** One of CloudFormation's, known or not: `!Sub`. A lone `!` says "not a number" and is YAML's own. */
export const isShortTag = (tag: string): boolean => tag.length > 1 && tag.startsWith('!');

/**
 * The long form of a short tag:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function intrinsic(reader: Reader, node: Node, name: string, depth: number): Json {
  const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  const values = { [key]: argument(reader, node, name, depth + 1) };
  const entry = { key: { node, part: 'tag' }, value: { node, part: 'content' } } as const;
  reader.collections.set(values, new Map([[key, entry]]));
  return values;
}

function argument(reader: Reader, node: Node, name: string, depth: number): Json {
  if (!isScalar(node)) return collection(reader, node, depth);
  const text = reader.repaired(node.source ?? '');
  const dot = text.indexOf('.');
  if (name !== 'GetAtt' || dot === -1) return text;
  const parts: Part[] = [
    { node, part: [0, dot] },
    { node, part: [dot + 1, text.length] },
  ];
  const values = [text.slice(0, dot), text.slice(dot + 1)];
  reader.collections.set(values, parts);
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

/** Whether a tag is one of the core schema's and stands at what it may: https://yaml.org/spec/1.2.2/#103-core-schema */
export function isCoreTag(reader: Reader, node: Node, tag: string): boolean {
  if (tag === '!') return true;
  const name = tag.startsWith(core) ? tag.slice(core.length) : undefined;
  const written = name === undefined ? tag : `!!${name}`;
  if (name === undefined || !Object.hasOwn(fits, name)) {
    const help = `leave it out, or use one of !!${Object.keys(fits).join(' !!')} or a short tag of CloudFormation`;
    fail(reader, 'PLAN0016', spot(node), { tag: written }, { help });
    return false;
  }
  if (fits[name]!(node)) return true;
  const text = isScalar(node) ? reader.repaired(node.source ?? '') : isMap(node) ? 'a map' : 'a list';
  fail(
    reader,
    'PLAN0017',
    spot(node),
    { tag: written, text },
    { help: `leave out \`${written}\` or correct the value` },
  );
  return false;
}
