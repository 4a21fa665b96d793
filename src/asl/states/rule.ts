import type { Schema } from '../../language/schema.js';
import { intrinsic, reference, text } from '../../language/values.js';
import { boolean, field, path, stateName, variable } from './values.js';

const orders = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];

const ordered = (kind: string, value: Schema, what: string): readonly [string, Schema][] =>
  orders.flatMap((order): [string, Schema][] => [
    [`${kind}${order}`, field(value, `Compares \`Variable\` with ${what}.`)],
    [`${kind}${order}Path`, field(path, `Compares \`Variable\` with ${what} found at this path.`)],
  ]);

const numeric: Schema = { anyOf: [{ type: 'number' }, reference], expected: 'a number' };

const timestamp: Schema = {
  anyOf: [{ type: 'string', minLength: 1 }, intrinsic],
  expected: 'a time such as 2026-01-31T12:00:00Z',
};

/** https://states-language.net/#choice-state: the comparison operators. */
const comparisons: { readonly [operator: string]: Schema } = Object.fromEntries([
  ...ordered('String', text, 'a text'),
  [
    'StringMatches',
    field(text, 'A text with `*` for any characters; `\\\\*` is a literal `*`.', 'log-*.txt'),
  ],
  ...ordered('Numeric', numeric, 'a number'),
  ...ordered('Timestamp', timestamp, 'a time'),
  ['BooleanEquals', field(boolean, 'Compares `Variable` with true or false.')],
  ['BooleanEqualsPath', field(path, 'Compares `Variable` with the boolean found at this path.')],
  ...['Null', 'Present', 'Numeric', 'String', 'Boolean', 'Timestamp'].map((kind): [string, Schema] => [
    `Is${kind}`,
    field(boolean, kind === 'Present' ? 'Whether `Variable` exists.' : `Whether \`Variable\` is ${kind}.`),
  ]),
]);

const operators = Object.keys(comparisons);
const nested = { $ref: '#/definitions/condition' };
const composed = { type: 'array', minItems: 1, items: nested, holds: 'JSONPath value' } as const;

const conditionFields: { readonly [name: string]: Schema } = {
  Variable: field(variable, 'A path to the value that is compared, or a reference.', '$.environment'),
  ...comparisons,
  And: field({ ...composed, expected: 'a list of rules' }, 'All must hold.'),
  Or: field({ ...composed, expected: 'a list of rules' }, 'One must hold.'),
  Not: field({ ...nested, holds: 'JSONPath value' }, 'Must not hold.', { Variable: '$.order', IsNull: true }),
  Condition: field(
    { type: ['string', 'boolean'], holds: 'JSONata value', expected: 'a JSONata expression `{% … %}`' },
    'JSONata: an expression that gives true or false.',
    '{% $states.input.count > 0 %}',
  ),
  Comment: field(text, 'A remark for readers.'),
};

const rule: Schema = {
  type: 'object',
  exactlyOne: [['Variable', 'And', 'Or', 'Not', 'Condition']],
  atMostOne: [[...operators, 'And', 'Or', 'Not', 'Condition']],
  dependencies: { Variable: { exactlyOne: [operators] } },
  additionalProperties: false,
};

/** What `When` takes, and what stands inside `And`, `Or` and `Not`. */
export const condition: Schema = {
  ...rule,
  title: 'Condition',
  description: 'A condition: `Variable` with one comparison, or `And`, `Or`, `Not`; in JSONata `Condition`.',
  properties: conditionFields,
};

/** One of the `Choices` of a Choice state. */
export const choiceRule: Schema = {
  ...rule,
  title: 'Rule',
  description: 'A condition, and the state to go on to when it holds.',
  required: ['Next'],
  properties: {
    ...conditionFields,
    Next: field(stateName, 'The state to go on to.', 'Approve'),
    Assign: field({ type: 'object', holds: 'template' }, 'Variables to set.'),
    Output: field({ holds: 'JSONata value' }, 'JSONata: what the next state gets.'),
  },
};
