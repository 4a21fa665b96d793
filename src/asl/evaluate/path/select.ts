import { isList, isObject } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { Step } from '../../path/syntax.js';
import { applyFunction } from './functions.js';

/** Whether the filter of this text takes a value. */
export type Accepts = (filter: string, value: Json) => boolean;

/**
 * What one step finds in a value, in the order of Jayway; undefined where it cannot be applied, or a single key or index
 * is not there.
 */
export const select = (
  step: Step,
  value: Json,
  isLast: boolean,
  accepts: Accepts,
): readonly Json[] | undefined =>
  step.deep ? below(step, value, isLast, accepts) : beneath(step, value, isLast, accepts);

function beneath(step: Step, value: Json, isLast: boolean, accepts: Accepts): readonly Json[] | undefined {
  switch (step.kind) {
    case 'key':
      return isObject(value) && Object.hasOwn(value, step.key) ? [value[step.key]!] : undefined;
    case 'index':
      return isList(value) ? one(value.at(step.index)) : undefined;
    case 'keys':
      return isObject(value) ? ofKeys(step.keys, value, isLast) : undefined;
    case 'indexes':
      return isList(value) ? at(value, step.indexes) : undefined;
    case 'slice':
      return isList(value) ? slice(value, step.from, step.to) : undefined;
    case 'all':
      return children(value);
    case 'filter':
      return accepted(step.text, value, accepts);
    case 'function':
      return one(applyFunction(step.name, step.text, value));
    case 'script':
      return undefined;
  }
}

const one = (value: Json | undefined): readonly Json[] | undefined =>
  value === undefined ? undefined : [value];

/** Several keys at the end of a path give one object. */
function ofKeys(keys: readonly string[], value: JsonObject, isLast: boolean): readonly Json[] {
  const present = keys.filter((key) => Object.hasOwn(value, key));
  return isLast
    ? [Object.fromEntries(present.map((key) => [key, value[key]!]))]
    : present.map((key) => value[key]!);
}

const at = (list: readonly Json[], indexes: readonly number[]): readonly Json[] =>
  indexes.flatMap((index) => one(list.at(index)) ?? []);

/** Between two bounds Jayway counts up, and takes each index as it comes: `[1:-1]` is empty. */
function slice(list: readonly Json[], from: number | undefined, to: number | undefined): readonly Json[] {
  if (from === undefined || to === undefined) return list.slice(from, to);
  const length = Math.max(0, Math.min(to, list.length) - Math.max(from, -list.length));
  return at(
    list,
    Array.from({ length }, (_, offset) => Math.max(from, -list.length) + offset),
  );
}

const children = (value: Json): readonly Json[] =>
  isList(value) ? value : isObject(value) ? Object.values(value) : [];

/** A filter takes items of a list, or an object as a whole. */
function accepted(filter: string, value: Json, accepts: Accepts): readonly Json[] | undefined {
  if (isList(value)) return value.filter((item) => accepts(filter, item));
  return isObject(value) ? [value].filter((whole) => accepts(filter, whole)) : undefined;
}

/** What the step finds in the value and in all inside it; each comes before what is inside it. */
function below(step: Step, value: Json, isLast: boolean, accepts: Accepts): readonly Json[] {
  const inside = children(value).flatMap((child) => below(step, child, isLast, accepts));
  return appliesAnywhere(step, value)
    ? [...(beneath(step, value, isLast, accepts) ?? []), ...inside]
    : inside;
}

/** A filter accepts an item when that is visited itself, not also from its list; several keys must all be there. */
function appliesAnywhere(step: Step, value: Json): boolean {
  if (step.kind === 'filter') return isObject(value);
  return step.kind !== 'keys' || (isObject(value) && step.keys.every((key) => Object.hasOwn(value, key)));
}
