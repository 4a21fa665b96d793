import type { GraphEdge, GraphNode } from '../../compiler/emit/graph/model.js';
import { lookOf, type Shape } from '../look.js';
import { fitted, textWidth, wrapped } from '../text.js';
import type { NodeText, Size } from './picture.js';

/** Sizes in pixels which the writers need too. */
export const sizes = {
  name: 14,
  small: 12,
  nameLine: 18,
  smallLine: 16,
  /** The square of the icon, and what is free around it. */
  icon: 28,
  gap: 10,
  /** A title of a branch with what is free below. */
  title: 30,
  group: 14,
} as const;

/** Room that an outline takes on each side of the text. */
export const insets: { readonly [shape in Shape]: number } = {
  plain: 0,
  stack: 0,
  bars: 8,
  octagon: 4,
  hexagon: 12,
  slanted: 12,
  pill: 8,
  note: 6,
};

const widestText = 216;

export function textOf({ name, type, about, when }: GraphNode): NodeText {
  const small = (text: string) => fitted(oneLine(text), widestText, sizes.small);
  return {
    name: wrapped(oneLine(name), widestText, sizes.name, 3),
    kind: small(about === undefined ? type : `${type} · ${about}`),
    when: when === undefined ? [] : wrapped(oneLine(`when ${when}`), widestText, sizes.small, 2),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The size of a state, or of the head of one that holds others. */
export function sizeOf({ type }: GraphNode, { name, kind, when }: NodeText): Size {
  const text = Math.max(
    ...name.map((line) => textWidth(line, sizes.name)),
    ...[kind, ...when].map((line) => textWidth(line, sizes.small)),
  );
  const inset = insets[lookOf(type).shape];
  return {
    width: Math.ceil(Math.max(text, 80) + sizes.icon + sizes.gap * 3 + 4) + 2 * inset,
    height: Math.max(heightOf({ name, kind, when }), sizes.icon) + 2 * sizes.gap,
  };
}

/** Height of the lines of a state. */
export const heightOf = ({ name, when }: NodeText): number =>
  name.length * sizes.nameLine + (1 + when.length) * sizes.smallLine;

/** A sign that points at a state far away. */
export function jumpTo({ name }: GraphNode): Size & { readonly text: string } {
  const text = fitted(`→ ${oneLine(name)}`, 150, sizes.small);
  return { text, width: Math.ceil(textWidth(text, sizes.small)) + 20, height: 26 };
}

export function labelOf({ label }: GraphEdge): (Size & { readonly lines: readonly string[] }) | undefined {
  if (label === undefined) return undefined;
  const lines = wrapped(oneLine(label), 170, sizes.small, 2);
  const width = Math.max(...lines.map((line) => textWidth(line, sizes.small)));
  return { lines, width: Math.ceil(width) + 12, height: lines.length * sizes.smallLine + 4 };
}
