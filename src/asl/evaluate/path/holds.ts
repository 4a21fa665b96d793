import { canonical, isList, isObject } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';
import type { Condition, FilterPath, Operand } from './condition.js';

type Find = (path: FilterPath) => Json | undefined;

/** Whether a condition holds, where `find` gives what its paths lead to. */
export function holds(condition: Condition, find: Find): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.all.every((one) => holds(one, find));
    case 'or':
      return condition.all.some((one) => holds(one, find));
    case 'not':
      return !holds(condition.condition, find);
    case 'exists':
      return operandOf(condition.operand, find) !== undefined;
    case 'compare':
      return compares(condition.operator, operandOf(condition.left, find), condition.right, find);
  }
}

const operandOf = (operand: Operand, find: Find): Json | undefined => {
  if (operand.kind === 'path') return find(operand);
  return operand.kind === 'value' ? operand.value : undefined;
};

function compares(operator: string, left: Json | undefined, operand: Operand, find: Find): boolean {
  if (operand.kind === 'pattern') return operator === '=~' && isText(left) && operand.pattern.test(`${left}`);
  const right = operandOf(operand, find);
  if (operator === '!=' || operator === '!==') return !comparisons['==']!(left, right);
  return comparisons[operator]?.(left, right) ?? false;
}

const isText = (value: Json | undefined): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

type Comparison = (left: Json | undefined, right: Json | undefined) => boolean;

/** A number equals the text of it. */
const equal: Comparison = (left, right) => {
  if (left === undefined || right === undefined) return false;
  if (typeof left === 'number' && typeof right === 'string') return left === Number(right);
  if (typeof left === 'string' && typeof right === 'number') return left === String(right);
  return left === right || canonical(left) === canonical(right);
};

const ordered =
  (holdsFor: (order: number) => boolean): Comparison =>
  (left, right) => {
    const comparable =
      (typeof left === 'number' && typeof right === 'number') ||
      (typeof left === 'string' && typeof right === 'string');
    return comparable && holdsFor(left < right ? -1 : left > right ? 1 : 0);
  };

const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);
const has = (list: Json | undefined, value: Json | undefined): boolean =>
  listOf(list).some((item) => equal(item, value));

const sizeOf = (value: Json | undefined): number | undefined => {
  if (isList(value) || typeof value === 'string') return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
};

const comparisons: { readonly [operator: string]: Comparison } = {
  '==': equal,
  '===': equal,
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  in: (left, right) => has(right, left),
  nin: (left, right) => !has(right, left),
  subsetof: (left, right) => isList(left) && left.every((item) => has(right, item)),
  anyof: (left, right) => listOf(left).some((item) => has(right, item)),
  noneof: (left, right) => isList(left) && !left.some((item) => has(right, item)),
  size: (left, right) => right !== undefined && sizeOf(left) === right,
  empty: (left, right) => sizeOf(left) !== undefined && (sizeOf(left) === 0) === right,
  contains: (left, right) =>
    typeof left === 'string' ? typeof right === 'string' && left.includes(right) : has(left, right),
};
