import type { Comment } from '../diagnostics/diagnostic.js';
import type { Path, Problem } from '../diagnostics/problem.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * A YAML or JSON text as read: plain values, with the way back from each value to its characters.
 * CloudFormation's short tags are read as the long form (`!Sub x` is `{ "Fn::Sub": "x" }`).
 */
export interface Document {
  readonly file: string;
  readonly text: string;
  /** Undefined when the text could not be read; then `problems` says why. */
  readonly value: Json | undefined;
  readonly problems: readonly Problem[];
  /** Keys of an object of this document in the source's order (JavaScript would move keys like `10` to the front). */
  readonly keys: (object: JsonObject) => readonly string[];
  /** Start and end offset in `text` of the value at a path, of its key, or of some characters of a string. */
  readonly range: (path: Path, on?: 'key', span?: readonly [number, number]) => readonly [number, number];
  /** The comments that begin with a word. */
  readonly comments: (word: string) => readonly Comment[];
}
