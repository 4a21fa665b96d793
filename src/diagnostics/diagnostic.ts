import type { Severity } from './codes/define.js';
import type { Code } from './codes/index.js';
import type { Position } from './position.js';
import type { Path } from './problem.js';

export interface RelatedPlace {
  readonly file: string;
  readonly start?: Position;
  readonly end?: Position;
  readonly message: string;
}

/** A problem tied to lines and columns. Without `start` and `end` it is about the file as a whole. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly file: string;
  readonly start?: Position;
  readonly end?: Position;
  /** The line of the text that `start` is on; undefined when it holds a secret. */
  readonly excerpt?: string;
  readonly related: readonly RelatedPlace[];
  /** Why a comment in place silences it. */
  readonly silenced?: string;
}

/** What it takes to find a place: a document of `source/`. */
export interface Locatable {
  readonly text: string;
  readonly range: (path: Path, on?: 'key', span?: readonly [number, number]) => readonly [number, number];
  /** The comments that begin with a word; absent where a text has none. */
  readonly comments?: (word: string) => readonly Comment[];
}

export interface Comment {
  /** From its `#` to the end of its line. */
  readonly offset: readonly [number, number];
  readonly text: string;
  /**
   * What it is about: its line or, where it stands alone, the next line with more than a comment; with all lines of the
   * texts that begin there.
   */
  readonly about: readonly [number, number];
}
