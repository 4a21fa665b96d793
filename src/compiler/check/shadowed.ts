import { type Problem, problem } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import type { Json } from '../../source/document.js';

/** Catchers and retriers that are never asked, because one before them takes every error they name. */
export const checkShadowed = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) =>
    state.valid ? [...shadowed(plan, state, 'Catch'), ...shadowed(plan, state, 'Retry')] : [],
  );

function shadowed(plan: Plan, state: State, field: 'Catch' | 'Retry'): readonly Problem[] {
  const { [field]: handlers } = state.value;
  if (!isList(handlers)) return [];
  const { file } = plan.document;
  const earlier: { readonly name: string; readonly index: number }[] = [];
  return handlers.flatMap((handler, index) => {
    const names = errorsOf(handler);
    const takers = names.map((name) => earlier.find((one) => takes(one.name, name)));
    earlier.push(...names.map((name) => ({ name, index })));
    if (names.length === 0 || takers.includes(undefined)) return [];
    const first = takers[0]!.index;
    const related = [
      { place: { file, path: [...state.path, field, first] }, message: 'this one takes them first' },
    ];
    const help = 'remove it, or put it before the one that takes its errors';
    return problem(
      'PLAN2090',
      { file, path: [...state.path, field, index] },
      { names, field },
      { help, related },
    );
  });
}

const errorsOf = (handler: Json): readonly string[] =>
  isObject(handler) && isList(handler.ErrorEquals)
    ? handler.ErrorEquals.filter((name): name is string => typeof name === 'string')
    : [];

/** `States.TaskFailed` is any error of a task but a timeout: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const takes = (earlier: string, name: string): boolean =>
  earlier === name ||
  (earlier === 'States.ALL' && !['States.DataLimitExceeded', 'States.Runtime'].includes(name)) ||
  (earlier === 'States.TaskFailed' && !name.startsWith('States.'));
