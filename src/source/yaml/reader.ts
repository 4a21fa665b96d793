import { type Alias, isNode, type Node } from 'yaml';
import type { Code, MessageArguments } from '../../diagnostics/codes/index.js';
import { type Extra, type Problem, problem } from '../../diagnostics/problem.js';
import type { Json } from '../document.js';
import type { Range } from './excerpt.js';
import type { Entries, Origin } from './origin.js';

/** An anchored value: how many values it is made of, and how many levels. */
export interface Anchored {
  readonly node: Node;
  readonly value: Json;
  readonly size: number;
  readonly height: number;
}

/** What is gathered while nodes become values. */
export interface Reader {
  readonly file: string;
  readonly text: string;
  /** Gives back what was masked of torn references. */
  readonly repaired: (text: string) => string;
  readonly problems: Problem[];
  readonly collections: Map<object, Entries | readonly Origin[]>;
  readonly targets: Map<Alias, Node>;
  /** `open` while the anchored value is being read. */
  readonly anchors: Map<string, Anchored | 'open'>;
  /** Values so far, those that aliases stand for counted again. */
  size: number;
  /** The deepest level so far. */
  depth: number;
  /** A part of the text has no value, so neither has the whole. */
  broken: boolean;
}

/** Problems of one file: more than anyone reads, and few enough for suggestions, which take time. */
export const most = 100;

/** `place` is what in the text it is about, a node or a stretch. */
export function report<C extends Code>(
  reader: Reader,
  code: C,
  place: Node | Range,
  values: MessageArguments<C>,
  extra?: () => Extra,
): void {
  if (reader.problems.length >= most) return;
  const offset = isNode(place) ? spot(place) : place;
  reader.problems.push(problem(code, { file: reader.file, offset }, values, extra?.()));
}

/** Reports a problem that leaves no value; `null` stands in for it until the whole document is given up. */
export function fail<C extends Code>(
  reader: Reader,
  code: C,
  place: Node | Range,
  values: MessageArguments<C>,
  extra?: () => Extra,
): null {
  report(reader, code, place, values, extra);
  reader.broken = true;
  return null;
}

/** Start and end of a node's own characters. */
export const spot = (node: Node): Range => [node.range![0], node.range![1]];
