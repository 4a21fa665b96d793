import type { Document } from 'yaml';
import type { Range } from './excerpt.js';

/** What `yaml` found, and where. */
export interface Finding {
  readonly text: string;
  readonly document: Document;
  readonly from: number;
  readonly to: number;
  readonly match: RegExpExecArray;
}

/** What is said about it. Without a range it stands where `yaml` found it. */
export interface Saying {
  readonly reason: string;
  readonly range?: Range;
  readonly help?: string;
  readonly related?: { readonly range: Range; readonly message: string };
}

/** One kind of mistake: the words that `yaml` has for it, and ours, if it is of that kind after all. */
export interface Cause {
  readonly when: RegExp;
  readonly say: (finding: Finding) => Saying | undefined;
}
