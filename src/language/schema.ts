import type { ExtendedJSONSchema } from 'json-schema-to-ts';

/** What our schemas say beside JSON Schema; the published schema turns it into what editors know, or leaves it out. */
interface Extension {
  readonly [keyword: string]: unknown;
  /** What a value must be, in words that follow "must be". */
  readonly expected: string;
  /** Of each of these groups of properties an object has exactly one, or at most one. */
  readonly exactlyOne: readonly (readonly string[])[];
  readonly atMostOne: readonly (readonly string[])[];
}

/** JSON Schema (draft-07) as the fragments of the plan language are written in. */
export type Schema = Exclude<ExtendedJSONSchema<Extension & Record<string, unknown>>, boolean>;
