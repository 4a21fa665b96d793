import type { Json } from '../../../source/document.js';
import { matches } from './matches.js';
import { timeOf } from './timestamp.js';

export type Comparator = (value: Json, operand: Json) => boolean;

const orders: { readonly [order: string]: (difference: number) => boolean } = {
  Equals: (difference) => difference === 0,
  LessThan: (difference) => difference < 0,
  GreaterThan: (difference) => difference > 0,
  LessThanEquals: (difference) => difference <= 0,
  GreaterThanEquals: (difference) => difference >= 0,
};

/** The five comparisons of a kind; `difference` is NaN where the values are not both of it. */
const ordered = (
  kind: string,
  difference: (value: Json, operand: Json) => number,
): readonly (readonly [string, Comparator])[] =>
  Object.entries(orders).map(([order, fits]) => [
    `${kind}${order}`,
    (value, operand) => fits(difference(value, operand)),
  ]);

const texts = (value: Json, operand: Json): number => {
  if (typeof value !== 'string' || typeof operand !== 'string') return Number.NaN;
  return value < operand ? -1 : value > operand ? 1 : 0;
};

const numbers = (value: Json, operand: Json): number =>
  typeof value === 'number' && typeof operand === 'number' ? value - operand : Number.NaN;

const times = (value: Json, operand: Json): number =>
  (timeOf(value) ?? Number.NaN) - (timeOf(operand) ?? Number.NaN);

/** https://states-language.net/#choice-state: those that compare with a value, or with what is at a path. */
export const comparators: { readonly [operator: string]: Comparator } = Object.fromEntries([
  ...ordered('String', texts),
  ...ordered('Numeric', numbers),
  ...ordered('Timestamp', times),
  ['BooleanEquals', (value: Json, operand: Json) => typeof value === 'boolean' && value === operand],
  [
    'StringMatches',
    (value: Json, operand: Json) =>
      typeof value === 'string' && typeof operand === 'string' && matches(value, operand),
  ],
]);

/** Those that ask for the type of a value. */
export const is: { readonly [operator: string]: (value: Json) => boolean } = {
  IsNull: (value) => value === null,
  IsString: (value) => typeof value === 'string',
  IsNumeric: (value) => typeof value === 'number',
  IsBoolean: (value) => typeof value === 'boolean',
  IsTimestamp: (value) => timeOf(value) !== undefined,
};
