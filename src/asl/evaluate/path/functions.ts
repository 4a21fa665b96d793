import { isList, isObject } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';

const numbersOf = (value: Json): readonly number[] =>
  isList(value) ? value.filter((item) => typeof item === 'number') : [];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

/** Of the numbers of a list; there must be some. */
const ofNumbers =
  (of: (numbers: readonly number[]) => number) =>
  (value: Json): Json | undefined => {
    const numbers = numbersOf(value);
    return numbers.length === 0 ? undefined : of(numbers);
  };

const size = (value: Json): Json =>
  isList(value) ? value.length : isObject(value) ? Object.keys(value).length : null;

/** The functions of a path that take no arguments: https://github.com/json-path/JsonPath#functions */
const functions: { readonly [name: string]: (value: Json) => Json | undefined } = {
  length: size,
  size,
  min: ofNumbers((numbers) => Math.min(...numbers)),
  max: ofNumbers((numbers) => Math.max(...numbers)),
  sum: ofNumbers(sum),
  avg: ofNumbers(mean),
  stddev: ofNumbers((numbers) => Math.sqrt(mean(numbers.map((number) => number ** 2)) - mean(numbers) ** 2)),
  keys: (value) => (isObject(value) ? Object.keys(value) : undefined),
  concat: (value) => (isList(value) ? value.filter((item) => typeof item === 'string').join('') : undefined),
  first: (value) => (isList(value) ? value[0] : undefined),
  last: (value) => (isList(value) ? value.at(-1) : undefined),
};

/** What `.length()` and the like give; undefined where it cannot be said. */
export function applyFunction(name: string, text: string, value: Json): Json | undefined {
  if (name === 'index') return isList(value) ? value.at(Number(text)) : undefined;
  return Object.hasOwn(functions, name) && text.trim() === '' ? functions[name]!(value) : undefined;
}
