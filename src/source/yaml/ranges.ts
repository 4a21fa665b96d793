import { isAlias, isCollection, isMap, isSeq, type Node } from 'yaml';
import type { Path } from '../../diagnostics/problem.js';
import type { Json } from '../document.js';
import type { Entry, Origin, Origins, Part } from './origin.js';
import { spanInText } from './spans.js';

export type Range = readonly [number, number];

/** Where the value at a path stands in the text, or its key; the nearest value around it when there is none there. */
export function rangeOf(
  text: string,
  root: { readonly value: Json; readonly origin: Node | null },
  origins: Origins,
  path: Path,
  on?: 'key',
  span?: Range,
): Range {
  let value: Json | undefined = root.value;
  let origin: Origin | null = root.origin;
  let key: Origin | undefined;
  for (const step of path) {
    const inside: Entry | undefined = entryAt(origins, value, step);
    if (inside === undefined) return placeOf(text, origins, origin);
    key = inside.key;
    origin = inside.value ?? inside.key;
    value = (value as { [step: string]: Json })[step];
  }
  const found = on === 'key' && key !== undefined ? key : origin;
  return (span && spanOf(text, origins, found, span)) ?? placeOf(text, origins, found);
}

function entryAt(origins: Origins, value: Json | undefined, step: string | number): Entry | undefined {
  const inside = value !== null && typeof value === 'object' ? origins.collections.get(value) : undefined;
  if (inside instanceof Map) return inside.get(String(step));
  const item = (inside as readonly (Origin | null)[] | undefined)?.[Number(step)];
  return item ? { key: item, value: item } : undefined;
}

const isPart = (origin: Origin): origin is Part => 'part' in origin;

function placeOf(text: string, origins: Origins, origin: Origin | null): Range {
  if (origin === null) return [0, 0];
  if (!isPart(origin)) {
    const node = target(origins, origin);
    return [tagStart(text, node), endOf(text, origins, node)];
  }
  const node = origin.node;
  const start = node.range![0];
  if (origin.part === 'content') return [start, endOf(text, origins, node)];
  if (origin.part !== 'tag')
    return spanInText(text, node, origin.part) ?? [start, endOf(text, origins, node)];
  const at = tagStart(text, node);
  return [at, at + node.tag!.length];
}

function spanOf(text: string, origins: Origins, origin: Origin | null, span: Range): Range | undefined {
  if (origin === null) return undefined;
  if (!isPart(origin)) return spanInText(text, target(origins, origin), span);
  if (origin.part === 'tag') return undefined;
  const shift = origin.part === 'content' ? 0 : origin.part[0];
  return spanInText(text, origin.node, [span[0] + shift, span[1] + shift]);
}

const target = (origins: Origins, node: Node): Node =>
  isAlias(node) ? (origins.targets.get(node) ?? node) : node;

/** Where a node with a short tag begins: `yaml` keeps the place of what follows the tag alone. */
function tagStart(text: string, node: Node): number {
  const start = node.range![0];
  if (!node.tag?.startsWith('!')) return start;
  const at = text.lastIndexOf(node.tag, start);
  return at === -1 ? start : at;
}

/** `yaml` counts the line breaks and comments after a block to it; they are no part of what it says. */
function endOf(text: string, origins: Origins, node: Node): number {
  const [start, end] = node.range!;
  if (!isCollection(node) || node.flow) return start + text.slice(start, end).trimEnd().length;
  const last = node.items.at(-1);
  const inner = isSeq(node)
    ? last
    : isMap(node)
      ? (node.items.at(-1)?.value ?? node.items.at(-1)?.key)
      : undefined;
  return inner ? endOf(text, origins, inner as Node) : start;
}
