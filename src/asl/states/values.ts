import type { Schema } from '../../language/schema.js';
import { intrinsic, jsonata, reference } from '../../language/values.js';

/** A field with the words an editor shows for it. */
export const field = (schema: Schema, description: string, ...examples: readonly unknown[]): Schema => ({
  ...schema,
  description,
  ...(examples.length > 0 && { examples }),
});

/** A number that may also be taken from the payload: such fields have a `…Path` twin, or take JSONata. */
export const number = (
  type: 'integer' | 'number',
  expected: string,
  minimum: number,
  maximum?: number,
): Schema => ({
  anyOf: [{ type, minimum, ...(maximum !== undefined && { maximum }) }, reference, jsonata],
  expected,
  holds: 'value',
});

/** Step Functions counts in seconds up to about three years. */
export const longest = 99_999_999;

export const seconds = (minimum: 0 | 1): Schema =>
  number('integer', `a whole number of seconds from ${minimum} to ${longest}`, minimum, longest);

/** RFC 3339 with a capital `T`, and `Z` or an offset: https://states-language.net/#timestamps */
export const rfc3339 = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$';

export const path: Schema = {
  anyOf: [{ type: 'string', minLength: 1 }, intrinsic],
  expected: 'a path such as `$.orders`',
  holds: 'path',
};

/** Unlike other paths it can be nothing else: Step Functions refuses a word, which is mostly a forgotten `$`. */
export const variable: Schema = {
  anyOf: [{ type: 'string', pattern: '^\\s*\\$|\\$\\{\\{' }, intrinsic],
  expected: 'a path such as `$.orders`, or a reference',
  holds: 'path',
};

/** `null` stands for "nothing of it". */
export const pathOrNull: Schema = {
  anyOf: [{ type: ['string', 'null'] }, intrinsic],
  expected: 'a path such as `$.orders`, or null',
  holds: 'path',
};

export const stateName: Schema = { type: 'string', minLength: 1, expected: 'the name of a state' };

export const boolean: Schema = {
  anyOf: [{ type: 'boolean' }, reference],
  expected: '`true` or `false`',
};

export const errorNames: Schema = {
  type: 'array',
  items: { type: 'string', minLength: 1, expected: 'the name of an error' },
};
