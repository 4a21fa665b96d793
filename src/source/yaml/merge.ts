import { isScalar, type Node } from 'yaml';
import type { Json } from '../document.js';
import type { Entries, Entry } from './origin.js';
import { fail, type Reader, spot } from './reader.js';
import { setOwn, toValue } from './values.js';

/** `<<`, unless it is quoted: https://yaml.org/type/merge.html */
export const isMergeKey = (key: Node): boolean => isScalar(key) && typeof key.value === 'symbol';

/** Adds the entries of one map, or of several of which earlier ones win, to a map whose own keys win over all. */
export function merge(
  reader: Reader,
  into: { readonly values: Record<string, Json>; readonly entries: Map<string, Entry> },
  node: Node | null,
  depth: number,
): void {
  const merged = toValue(reader, node, depth + 1);
  if (reader.broken) return;
  for (const source of Array.isArray(merged) ? merged : [merged]) {
    const entries =
      source === null || typeof source !== 'object' ? undefined : reader.collections.get(source);
    if (!(entries instanceof Map)) {
      fail(
        reader,
        'PLAN0018',
        node ? spot(node) : [0, 0],
        {},
        { help: 'give it an alias of a map: `<<: *name`' },
      );
      return;
    }
    for (const [name, entry] of entries as Entries) {
      if (into.entries.has(name)) continue;
      into.entries.set(name, { ...entry, merged: true });
      setOwn(into.values, name, (source as { [key: string]: Json })[name]!);
    }
  }
}
