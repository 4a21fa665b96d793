import type { ExtendedJSONSchema } from 'json-schema-to-ts';

/** What our schemas say beside JSON Schema; the published schema turns it into what editors know, or leaves it out. */
interface Extension {
  readonly [keyword: string]: unknown;
  /** What a value must be, in words that follow "must be". */
  readonly expected: string;
  /** Of each of these groups of properties an object has exactly one, or at most one. */
  readonly exactlyOne: readonly (readonly string[])[];
  readonly atMostOne: readonly (readonly string[])[];
  /** What a field of a state holds, as the checks of the compiler see it. */
  readonly holds: Holds;
}

/**
 * What a field of a state holds: a path to anything or to one place, a path by which a result is put into the input, a path
 * or a function that gives text; a template, whose keys in `.$` are paths in JSONPath and whose texts are expressions in
 * JSONata; a value, which may be an expression in JSONata. Some are for one query language only.
 */
export type Holds =
  | 'path'
  | 'reference path'
  | 'result path'
  | 'path or text function'
  | 'template'
  | 'JSONPath template'
  | 'JSONPath value'
  | 'JSONata value'
  | 'value';

/** JSON Schema (draft-07) as the fragments of the plan language are written in. */
export type Schema = Exclude<ExtendedJSONSchema<Extension & Record<string, unknown>>, boolean>;
