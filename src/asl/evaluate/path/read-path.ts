import { StatesError } from '../../../ports/states-error.js';
import type { Json } from '../../../source/document.js';
import { parse } from '../../path/parse.js';
import type { PathExpression } from '../../path/syntax.js';
import { once } from '../once.js';
import type { Scope } from '../scope.js';
import { follow } from './follow.js';

const pathOf = once((text): PathExpression => {
  const found = parse(text);
  if (found.kind === 'path') return found;
  const reason = found.kind === 'fault' ? found.reason : 'it is a function';
  throw new StatesError('States.Runtime', `Invalid path '${text}' : ${reason}`);
});

/** The value that a path leads to, a list where it may lead to several; undefined where it leads to nothing. */
export const findPath = (path: string, scope: Scope): Json | undefined => find(pathOf(path), scope);

/** The same of a path that is parsed. */
export function find(path: PathExpression, scope: Scope): Json | undefined {
  const root = path.root === 'variable' ? variableOf(path.variable!, scope) : scope[path.root];
  return root === undefined ? undefined : follow(path.steps, root);
}

const variableOf = (name: string, { variables }: Scope): Json | undefined =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;

/** The value that a path leads to; throws `States.Runtime` where it leads to nothing. */
export function readPath(path: string, scope: Scope): Json {
  const value = findPath(path, scope);
  if (value !== undefined) return value;
  const parsed = pathOf(path);
  refuseNull(parsed, scope);
  const reaches = (count: number): boolean =>
    find({ ...parsed, steps: parsed.steps.slice(0, count) }, scope) !== undefined;
  const end = parsed.steps.findIndex((_, index) => !reaches(index + 1)) + 1;
  const reason = end === parsed.steps.length ? 'No results for path:' : 'Missing property in path';
  const keys = parsed.steps
    .slice(0, end)
    .map((step) => (step.kind === 'key' ? `['${step.key}']` : path.slice(...step.span)));
  throw new StatesError('States.Runtime', `Invalid path '${path}' : ${reason} $${keys.join('')}`);
}

/** Throws when a path starts at an input that is null. */
export function refuseNull({ root }: PathExpression, { input }: Scope): void {
  if (root !== 'input' || input !== null) return;
  throw new StatesError('States.Runtime', 'Unable to apply Path transformation to null or empty input.');
}
