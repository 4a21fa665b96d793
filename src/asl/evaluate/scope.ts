import type { Json, JsonObject } from '../../source/document.js';

/** Numbers from 0 up to but not with 1. */
export type Random = () => number;

/** Values of the variables that a state sees, by their names without `$`. */
export type Variables = { readonly [name: string]: Json };

/** What the paths and functions of a field in JSONPath read: `$`, `$$` and `$name`. */
export interface Scope {
  readonly input: Json;
  readonly context: JsonObject;
  readonly variables: Variables;
  readonly random: Random;
}

/** What is read where no state is: there is nothing but an input, and nothing of it is random. */
export const inputScope = (input: Json): Scope => ({ input, context: {}, variables: {}, random: () => 0 });
