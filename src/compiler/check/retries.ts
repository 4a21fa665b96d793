import { isStepFunctionsError, stepFunctionsErrors } from '../../asl/errors.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { listed, nearest } from '../../diagnostics/suggest.js';
import { isList, isObject } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { isWritten } from '../expressions.js';

/** Rules between the fields of retriers and catchers: https://states-language.net/#errors */
export const checkRetries = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => [
    ...entries(state, 'Retry').flatMap((retrier) => [...names(plan, retrier), ...intervals(plan, retrier)]),
    ...entries(state, 'Catch').flatMap((catcher) => names(plan, catcher)),
  ]);

interface Entry {
  readonly field: 'Retry' | 'Catch';
  readonly value: JsonObject;
  readonly path: Path;
  readonly isLast: boolean;
}

function entries({ value, path }: State, field: Entry['field']): readonly Entry[] {
  const list = value[field];
  if (!isList(list)) return [];
  return list.flatMap((one, index) =>
    isObject(one)
      ? [{ field, value: one, path: [...path, field, index], isLast: index === list.length - 1 }]
      : [],
  );
}

function names(plan: Plan, { field, value, path, isLast }: Entry): readonly Problem[] {
  const { file } = plan.document;
  const { ErrorEquals } = value;
  if (!isList(ErrorEquals)) return [];
  if (ErrorEquals.length === 0) return [empty(file, field, [...path, 'ErrorEquals'])];
  return ErrorEquals.flatMap((name, index) => {
    if (typeof name !== 'string' || !name.startsWith('States.') || !isWritten(name)) return [];
    const place = { file, path: [...path, 'ErrorEquals', index] };
    if (!isStepFunctionsError(name)) return [problem('PLAN2032', place, { name }, { help: meant(name) })];
    if (name !== 'States.ALL') return [];
    if (ErrorEquals.length > 1) {
      const help = 'remove the other names: it stands for all of them';
      return [problem('PLAN2031', place, { reason: 'alone in its `ErrorEquals`' }, { help })];
    }
    const what = field === 'Retry' ? 'retrier' : 'catcher';
    const help = `move this ${what} to the end of \`${field}\`: those behind it would never be asked`;
    return isLast ? [] : [problem('PLAN2031', place, { reason: `in the last ${what}` }, { help })];
  });
}

/** Step Functions takes a catcher for no error, but no such retrier. */
function empty(file: string, field: Entry['field'], path: Path): Problem {
  const help = 'name the errors, such as `States.ALL`, or remove it';
  if (field === 'Catch') return problem('PLAN2033', { file, path }, {}, { help });
  const expected = 'a list of at least one name of an error';
  return problem(
    'PLAN1005',
    { file, path },
    { name: 'ErrorEquals', expected, found: 'an empty list' },
    { help },
  );
}

const shortNames = stepFunctionsErrors.map((name) => name.slice('States.'.length));

function meant(name: string): string {
  const near = nearest(name.slice('States.'.length), shortNames);
  if (near !== undefined) return `did you mean \`States.${near}\`?`;
  const own = 'errors of your own have names without `States.`';
  return `${own}; errors of \`States\`: ${listed(shortNames, shortNames.length)}`;
}

function intervals(plan: Plan, { value, path }: Entry): readonly Problem[] {
  const { IntervalSeconds: interval, MaxDelaySeconds: most } = value;
  if (typeof interval !== 'number' || typeof most !== 'number' || interval <= most) return [];
  const place = { file: plan.document.file, path: [...path, 'MaxDelaySeconds'] };
  const help = `write a \`MaxDelaySeconds\` above ${interval}, or remove it`;
  return [problem('PLAN2035', place, { interval, most }, { help })];
}
