import { isScalar, type Node } from 'yaml';
import type { Json } from '../document.js';
import type { Entry } from './origin.js';
import { fail, type Reader, report, spot } from './reader.js';

/** A map while it is being read: its values, and where each was written, in the source's order. */
export interface OpenMap {
  readonly values: { [name: string]: Json };
  readonly entries: Map<string, Entry>;
}

/** Adds what one key says. A key given twice is reported, and the first kept. */
export function add(
  reader: Reader,
  map: OpenMap,
  name: string,
  value: Json,
  entry: Entry & { key: Node },
): void {
  const earlier = map.entries.get(name);
  if (earlier === undefined || earlier.merged) {
    put(map, name, value, entry);
    return;
  }
  const place = { file: reader.file, offset: spot(earlier.key as Node) };
  report(reader, 'PLAN0003', entry.key, { key: name }, () => ({
    help: 'remove or rename one of them',
    related: [{ place, message: 'first given here' }],
  }));
}

/** `<<`, unless it is quoted: https://yaml.org/type/merge.html */
export const isMergeKey = (key: Node): boolean => isScalar(key) && typeof key.value === 'symbol';

/** Adds the entries of one map, or of several of which earlier ones win, to a map whose own keys win over all. */
export function merge(reader: Reader, map: OpenMap, merged: Json, node: Node): void {
  for (const source of Array.isArray(merged) ? merged : [merged]) {
    const entries = reader.collections.get(source);
    if (!(entries instanceof Map)) {
      fail(reader, 'PLAN0018', node, {}, () => ({ help: 'give it an alias of a map: `<<: *name`' }));
      return;
    }
    for (const [name, entry] of entries as ReadonlyMap<string, Entry>) {
      if (!map.entries.has(name)) put(map, name, source[name], { ...entry, merged: true });
    }
  }
}

function put({ values, entries }: OpenMap, name: string, value: Json, entry: Entry): void {
  entries.set(name, entry);
  // An assignment would take this name for the object's prototype.
  if (name !== '__proto__') values[name] = value;
  else Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
}
