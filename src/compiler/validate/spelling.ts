import type { JsonObject } from '../../source/document.js';

/** A word without what differs from habit to habit: `StackName`, `stackName`, `stack-name` and `stack_name` are one. */
export const plainWord = (word: string): string => word.replace(/[-_\s]/g, '').toLowerCase();

/** The candidate that was written in other letters, such as `Name` for `name`. */
export const inOtherLetters = (word: string, candidates: readonly string[]): string | undefined =>
  candidates.find((candidate) => plainWord(candidate) === plainWord(word));

/** The key under which an object has a field: its name, or its name in other letters. */
export const keyOf = (object: JsonObject, field: string): string | undefined =>
  object[field] === undefined ? inOtherLetters(field, Object.keys(object)) : field;
