import type { Place, Related } from '../diagnostics/problem.js';

/** What is known of a JSON value before it exists. `any` where nothing is: no check may fail on it. */
export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'text' | 'number' | 'boolean' }
  | { readonly kind: 'list'; readonly items: Shape }
  /** The output of a state that may not have run. */
  | {
      readonly kind: 'uncertain';
      readonly name: string;
      readonly reason: string;
      readonly related: readonly Related[];
    }
  | {
      readonly kind: 'object';
      readonly properties: { readonly [name: string]: Shape };
      /** Where the properties come from, for messages: "outputs of templates/database.yaml". */
      readonly source: string;
      /** Where the properties are declared. */
      readonly declared?: Place | undefined;
    };

export const any: Shape = { kind: 'any' };
export const text: Shape = { kind: 'text' };

/** An object of which each property's name is known, but not its value. */
export const named = (names: Iterable<string>, source: string, declared?: Place): Shape => ({
  kind: 'object',
  properties: Object.fromEntries([...names].map((name) => [name, any])),
  source,
  declared,
});
