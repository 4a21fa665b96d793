import type { Document } from 'yaml';
import { blockCauses } from './block-causes.js';
import type { Range } from './excerpt.js';
import { flowCauses } from './flow-causes.js';
import { leftOver, textCauses } from './text-causes.js';

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

/** The kinds of mistakes; where `yaml` reports several at one place, the first of them here is the cause. */
export const causes: readonly Cause[] = [...textCauses, ...flowCauses, ...blockCauses, leftOver];
