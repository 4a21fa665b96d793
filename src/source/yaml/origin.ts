import type { Alias, Node } from 'yaml';

/** Where a value was written: a node, or a part of one that CloudFormation's short tags read as a value of its own. */
export type Origin = Node | Part;

export interface Part {
  readonly node: Node;
  /** The tag itself, what stands after it, or some characters of the text. */
  readonly part: 'tag' | 'content' | readonly [number, number];
}

export interface Entry {
  readonly key: Origin;
  readonly value: Origin | null;
  /** It came through `<<`, so that the map's own key may replace it. */
  readonly merged?: true;
}

export type Entries = ReadonlyMap<string, Entry>;

/** The way back from values to where they were written. */
export interface Origins {
  readonly collections: ReadonlyMap<object, Entries | readonly Origin[]>;
  readonly targets: ReadonlyMap<Alias, Node>;
}
