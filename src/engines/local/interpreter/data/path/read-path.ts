import { parse } from '../../../../../asl/path/parse.js';
import type { PathExpression } from '../../../../../asl/path/syntax.js';
import { StatesError } from '../../../../../ports/states-error.js';
import type { Json } from '../../../../../source/document.js';
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
export function find(path: PathExpression, { input, context, variables }: Scope): Json | undefined {
  const root = path.root === 'input' ? input : path.root === 'context' ? context : variables[path.variable!];
  return root === undefined ? undefined : follow(path.steps, root);
}

export const pathExists = (path: string, scope: Scope): boolean => findPath(path, scope) !== undefined;

/** The value that a path leads to; throws `States.Runtime` where it leads to nothing. */
export function readPath(path: string, scope: Scope): Json {
  const value = findPath(path, scope);
  if (value !== undefined) return value;
  const parsed = pathOf(path);
  if (parsed.root === 'input' && scope.input === null)
    throw new StatesError('States.Runtime', 'Unable to apply Path transformation to null or empty input.');
  const count = parsed.steps.findIndex(
    (_, index) => find({ ...parsed, steps: parsed.steps.slice(0, index + 1) }, scope) === undefined,
  );
  const isLast = count === parsed.steps.length - 1;
  const reason = isLast ? 'No results for path' : 'Missing property in path';
  const keys = parsed.steps
    .slice(0, count + 1)
    .map(({ span: [from, to], ...step }) => (step.kind === 'key' ? `['${step.key}']` : path.slice(from, to)));
  throw new StatesError(
    'States.Runtime',
    `Invalid path '${path}' : ${reason}${isLast ? ':' : ''} $${keys.join('')}`,
  );
}
