import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../document.js';
import { deepest, flatten } from '../size.js';
import { aliased } from './alias.js';
import { add, isMergeKey, merge, type OpenMap } from './entries.js';
import { lookalikeSpace } from './lookalike-space.js';
import { fail, type Reader } from './reader.js';
import { scalar } from './scalar.js';
import { isCoreTag, isShortTag, longForm, taggedText } from './tags.js';

/** The plain value of a node; what is wrong in it is reported to `reader`, which also learns where each part stood. */
export function toValue(reader: Reader, node: Node | null, depth: number): Json {
  if (node === null) return null;
  if (isAlias(node)) return aliased(reader, node, depth);
  if (node.anchor === undefined) return tagged(reader, node, depth);

  const before = { size: reader.size, depth: reader.depth };
  reader.depth = depth;
  reader.anchors.set(node.anchor, 'open');
  const value = tagged(reader, node, depth);
  const size = reader.size - before.size;
  // An anchor of the same name inside may have taken its place.
  if (reader.anchors.get(node.anchor) === 'open') {
    reader.anchors.set(node.anchor, { node, value, size, height: reader.depth - depth });
  }
  reader.depth = Math.max(before.depth, reader.depth);
  return value;
}

function tagged(reader: Reader, node: Node, depth: number): Json {
  reader.size++;
  if (depth > reader.depth) reader.depth = depth;
  if (depth > deepest) {
    if (reader.broken) return null;
    return fail(reader, 'PLAN0009', node, { limit: deepest }, () => ({ help: flatten }));
  }
  const { tag } = node;
  if (isShortTag(tag)) return intrinsic(reader, node, longForm(tag), depth);
  if (tag !== undefined && !isCoreTag(reader, node, tag)) return null;
  return isScalar(node) ? scalar(reader, node) : collection(reader, node, depth);
}

function intrinsic(reader: Reader, node: Node, name: string, depth: number): Json {
  const values = { [name]: isScalar(node) ? taggedText(reader, node) : collection(reader, node, depth + 1) };
  const entry = { key: { node, part: 'tag' }, value: { node, part: 'content' } } as const;
  reader.collections.set(values, new Map([[name, entry]]));
  return values;
}

function collection(reader: Reader, node: Node, depth: number): Json {
  if (isMap(node)) return map(reader, node as YAMLMap<Node, Node | null>, depth);
  if (isSeq(node)) return sequence(reader, node as YAMLSeq<Node>, depth);
  return null;
}

function sequence(reader: Reader, { items }: YAMLSeq<Node>, depth: number): Json {
  const values = items.map((item) => toValue(reader, item, depth + 1));
  reader.collections.set(values, items);
  return values;
}

function map(reader: Reader, { items }: YAMLMap<Node, Node | null>, depth: number): Json {
  const open: OpenMap = { values: {}, entries: new Map() };
  reader.collections.set(open.values, open.entries);
  for (const { key, value } of items) {
    if (isMergeKey(key)) {
      const merged = toValue(reader, value, depth + 1);
      if (!reader.broken) merge(reader, open, merged, value ?? key);
    } else {
      const name = keyText(reader, key);
      const read = toValue(reader, value, depth + 1);
      if (name !== undefined) add(reader, open, name, read, { key, value });
    }
  }
  return open.values;
}

/** The text of a key, of a number or `true` as it is written; undefined when it is not text, which is reported. */
function keyText(reader: Reader, key: Node): string | undefined {
  if (isScalar(key) && key.anchor === undefined && key.tag === undefined) {
    lookalikeSpace(reader, key);
    return reader.repaired(key.source ?? '');
  }
  const value = isCollection(key) ? {} : toValue(reader, key, 0);
  if (value !== null && typeof value === 'object') {
    const inBraces = betweenBraces(reader, key);
    fail(reader, 'PLAN0015', key, { braces: inBraces !== undefined }, () => ({ help: keyHelp(inBraces) }));
    return undefined;
  }
  const node = isAlias(key) ? reader.targets.get(key) : key;
  return isScalar(node) ? reader.repaired(node.source ?? '') : undefined;
}

/** `{{ name }}`, as many other tools have it, is a map whose key is a map. */
function betweenBraces({ text }: Reader, key: Node): string | undefined {
  const [start, end] = key.range!;
  return text[start - 1] === '{' ? /^\{([^{}\n]*)\}$/.exec(text.slice(start, end))?.[1] : undefined;
}

const keyHelp = (inBraces: string | undefined): string =>
  inBraces === undefined
    ? 'put the key in quotes; a reference is written "${{ … }}"'
    : `write a reference with a dollar sign and in quotes: "\${{${inBraces}}}"`;
