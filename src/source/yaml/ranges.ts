import { isAlias, isCollection, isPair, type Node } from 'yaml';
import type { Path } from '../../diagnostics/problem.js';
import type { Json } from '../document.js';
import type { Entry, Origin, Origins, Part } from './origin.js';
import { spanInText } from './spans.js';
import { isShortTag } from './tags.js';

type Range = readonly [number, number];

/** A text, its value, and the way back from the one to the other. */
export interface Readable extends Origins {
  readonly text: string;
  readonly value: Json;
  readonly root: Node;
}

/** Where the value at a path stands in the text, or its key; the nearest value around it when there is none there. */
export function rangeOf(from: Readable, path: Path, on?: 'key', span?: Range): Range {
  let { value, root: origin }: { value: Json | undefined; root: Origin } = from;
  let key: Origin | undefined;
  for (const step of path) {
    const inside = entryAt(from, value, step);
    if (inside === undefined) return placeOf(from, origin);
    key = inside.key;
    origin = inside.value ?? inside.key;
    value = (value as { [step: string]: Json })[step];
  }
  const found = on === 'key' && key !== undefined ? key : origin;
  return (span && spanOf(from, found, span)) ?? placeOf(from, found);
}

function entryAt(
  { collections }: Origins,
  value: Json | undefined,
  step: string | number,
): Entry | undefined {
  const inside = collections.get(value as object);
  if (inside instanceof Map) return inside.get(String(step));
  const item = (inside as readonly Origin[] | undefined)?.[Number(step)];
  return item && { key: item, value: item };
}

const isPart = (origin: Origin): origin is Part => 'part' in origin;

function placeOf(from: Readable, origin: Origin): Range {
  if (!isPart(origin)) {
    const node = target(from, origin);
    return [startOf(from.text, node), endOf(from.text, node)];
  }
  const { node, part } = origin;
  if (part === 'tag') {
    const start = startOf(from.text, node);
    return [start, start + node.tag!.length];
  }
  const content = [node.range![0], endOf(from.text, node)] as const;
  return part === 'content' ? content : (spanInText(from.text, node, part) ?? content);
}

function spanOf(from: Readable, origin: Origin, span: Range): Range | undefined {
  if (!isPart(origin)) return spanInText(from.text, target(from, origin), span);
  if (origin.part === 'tag') return undefined;
  const shift = origin.part === 'content' ? 0 : origin.part[0];
  return spanInText(from.text, origin.node, [span[0] + shift, span[1] + shift]);
}

const target = ({ targets }: Origins, node: Node): Node =>
  isAlias(node) ? (targets.get(node) ?? node) : node;

/** Where a node with its short tag begins: `yaml` keeps the place of what follows the tag alone. */
function startOf(text: string, node: Node): number {
  const start = node.range![0];
  const tag = isShortTag(node.tag) ? text.lastIndexOf(node.tag, start) : -1;
  return tag === -1 ? start : tag;
}

/** `yaml` counts the line breaks and comments after a block to it; they are no part of what it says. */
function endOf(text: string, node: Node): number {
  const [start, end] = node.range!;
  if (!isCollection(node) || node.flow) return withoutLastBreaks(text, start, end);
  const last = node.items.at(-1);
  const inner = (isPair(last) ? (last.value ?? last.key) : last) as Node | undefined;
  return inner ? Math.max(start, endOf(text, inner)) : start;
}

function withoutLastBreaks(text: string, start: number, end: number): number {
  let cut = end;
  for (let at = end; at > start; at--) {
    const char = text[at - 1];
    if (char === '\n' || char === '\r') cut = at - 1;
    else if (char !== ' ') break;
  }
  return cut;
}
