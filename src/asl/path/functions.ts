/** What a function takes or gives, as far as it is known. */
export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'anything';

export interface Signature {
  readonly takes: readonly Kind[];
  /** How many of them may be left out. */
  readonly optional?: number;
  /** Whether more of anything may follow. */
  readonly open?: true;
  readonly gives: Kind;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
export const functions: { readonly [name: string]: Signature } = {
  'States.Array': { takes: [], open: true, gives: 'list' },
  'States.ArrayContains': { takes: ['list', 'anything'], gives: 'boolean' },
  'States.ArrayGetItem': { takes: ['list', 'number'], gives: 'anything' },
  'States.ArrayLength': { takes: ['list'], gives: 'number' },
  'States.ArrayPartition': { takes: ['list', 'number'], gives: 'list' },
  'States.ArrayRange': { takes: ['number', 'number', 'number'], gives: 'list' },
  'States.ArrayUnique': { takes: ['list'], gives: 'list' },
  'States.Base64Decode': { takes: ['text'], gives: 'text' },
  'States.Base64Encode': { takes: ['text'], gives: 'text' },
  'States.Format': { takes: ['text'], open: true, gives: 'text' },
  'States.Hash': { takes: ['anything', 'text'], gives: 'text' },
  'States.JsonMerge': { takes: ['object', 'object', 'boolean'], gives: 'object' },
  'States.JsonToString': { takes: ['anything'], gives: 'text' },
  'States.MathAdd': { takes: ['number', 'number'], gives: 'number' },
  'States.MathRandom': { takes: ['number', 'number', 'number'], optional: 1, gives: 'number' },
  'States.StringSplit': { takes: ['text', 'text'], gives: 'list' },
  'States.StringToJson': { takes: ['text'], gives: 'anything' },
  'States.UUID': { takes: [], gives: 'text' },
};

export const functionNames: readonly string[] = Object.keys(functions);

/** In words: "a text". */
export const kindWords: { readonly [kind in Kind]: string } = {
  text: 'text',
  number: 'a number',
  boolean: '`true` or `false`',
  list: 'a list',
  object: 'an object',
  anything: 'anything',
};
