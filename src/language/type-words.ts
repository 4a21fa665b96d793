const types: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** What a schema's `type` asks for, in words that follow "must be". */
export const ofType = (type: string | readonly string[]): string =>
  either([type].flat().map((one) => types[one] ?? one));

export const either = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? '');
