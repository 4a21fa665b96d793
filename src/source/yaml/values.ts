import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../document.js';
import { aliased } from './alias.js';
import { deepest } from './compose.js';
import { isMergeKey, merge } from './merge.js';
import type { Entry } from './origin.js';
import { fail, type Reader, report, spot } from './reader.js';
import { keyText, scalar } from './scalar.js';
import { intrinsic, isCoreTag, isShortTag } from './tags.js';

/** The plain value of a node; what is wrong in it is reported to `reader`, which also learns where each part stood. */
export function toValue(reader: Reader, node: Node | null, depth: number): Json {
  if (isAlias(node)) return aliased(reader, node, depth);
  reader.size++;
  const anchor = (node as { anchor?: string } | null)?.anchor;
  if (node === null || anchor === undefined) return tagged(reader, node, depth);

  const { size, depth: deepestSoFar } = reader;
  reader.depth = depth;
  reader.anchors.set(anchor, 'open');
  const value = tagged(reader, node, depth);
  if (reader.anchors.get(anchor) === 'open') {
    reader.anchors.set(anchor, { node, value, size: reader.size - size + 1, height: reader.depth - depth });
  }
  reader.depth = Math.max(deepestSoFar, reader.depth);
  return value;
}

function tagged(reader: Reader, node: Node | null, depth: number): Json {
  if (node === null) return null;
  if (depth > reader.depth) reader.depth = depth;
  if (depth > deepest) return reader.broken ? null : fail(reader, 'PLAN0009', spot(node), { limit: deepest });
  const { tag } = node;
  if (tag !== undefined && isShortTag(tag)) return intrinsic(reader, node, tag.slice(1), depth);
  if (tag !== undefined && !isCoreTag(reader, node, tag)) return null;
  return isScalar(node) ? scalar(reader, node) : collection(reader, node, depth);
}

export function collection(reader: Reader, node: Node, depth: number): Json {
  return isMap(node) ? map(reader, node, depth) : isSeq(node) ? sequence(reader, node, depth) : null;
}

function sequence(reader: Reader, node: YAMLSeq, depth: number): Json {
  const items = node.items as Node[];
  const values = items.map((item) => toValue(reader, item, depth + 1));
  reader.collections.set(values, items);
  return values;
}

function map(reader: Reader, node: YAMLMap, depth: number): Json {
  const values: Record<string, Json> = {};
  const entries = new Map<string, Entry>();
  reader.collections.set(values, entries);
  for (const { key, value } of node.items as { key: Node; value: Node | null }[]) {
    if (isMergeKey(key)) {
      merge(reader, { values, entries }, value, depth);
      continue;
    }
    const name = keyText(reader, key);
    const read = toValue(reader, value, depth + 1);
    if (name === undefined) continue;
    const earlier = entries.get(name);
    if (earlier && !earlier.merged) {
      const first = {
        place: { file: reader.file, offset: spot(earlier.key as Node) },
        message: 'first given here',
      };
      report(
        reader,
        'PLAN0003',
        spot(key),
        { key: name },
        { help: 'remove or rename one of them', related: [first] },
      );
      continue;
    }
    entries.set(name, { key, value });
    setOwn(values, name, read);
  }
  return values;
}

/** Sets a property, also one named `__proto__`, which an assignment would take for the prototype. */
export function setOwn(object: Record<string, Json>, name: string, value: Json): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
