import { isList, isObject, objectsIn } from '../../../language/json.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { findPath } from '../path/read-path.js';
import type { Scope } from '../scope.js';
import { comparators, is } from './comparators.js';

/**
 * Whether a rule of a Choice state in JSONPath holds; values of other types than it compares do not fit. Throws
 * `States.Runtime` where a path leads to nothing, but for `IsPresent`: https://states-language.net/#choice-state
 */
export function chooses(rule: JsonObject, scope: Scope): boolean {
  if (isList(rule.And)) return objectsIn(rule.And).every((one) => chooses(one, scope));
  if (isList(rule.Or)) return objectsIn(rule.Or).some((one) => chooses(one, scope));
  if (isObject(rule.Not)) return !chooses(rule.Not, scope);
  const path = String(rule.Variable);
  const found = findPath(path, scope);
  if (typeof rule.IsPresent === 'boolean') return (found !== undefined) === rule.IsPresent;
  if (found === undefined) return invalid(path);
  for (const [operator, operand] of Object.entries(rule)) {
    if (Object.hasOwn(is, operator)) return is[operator]!(found) === operand;
    const byPath = operator.endsWith('Path');
    const compare = comparatorOf(byPath ? operator.slice(0, -'Path'.length) : operator);
    if (compare !== undefined) return compare(found, byPath ? required(String(operand), scope) : operand);
  }
  throw new StatesError('States.Runtime', `The rule for '${path}' compares it with nothing.`);
}

const comparatorOf = (operator: string) =>
  Object.hasOwn(comparators, operator) ? comparators[operator] : undefined;

function required(path: string, scope: Scope): Json {
  const value = findPath(path, scope);
  return value === undefined ? invalid(path) : value;
}

function invalid(path: string): never {
  const reason = "The choice state's condition path references an invalid value.";
  throw new StatesError('States.Runtime', `Invalid path '${path}': ${reason}`);
}
