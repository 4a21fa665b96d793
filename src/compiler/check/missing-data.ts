import { heldFields } from '../../asl/held-fields.js';
import { parse } from '../../asl/path/parse.js';
import type { PathExpression } from '../../asl/path/syntax.js';
import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { eachString } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { expressionsOf, pathsIn } from '../expressions.js';
import { inputsOf } from '../flow/inputs.js';
import { at, follow, type Known } from '../flow/known.js';
import { rulesIn } from '../rules.js';
import { keyOf } from './key-of.js';

/** Paths to what no way that leads here has put there: the execution fails when it comes to them. */
export function checkMissingData(plan: Plan): readonly Problem[] {
  const found: Problem[] = [];
  for (const [state, input] of inputsOf(plan.machine)) {
    if (input.kind === 'any' || state.kind !== 'native') continue;
    if (state.language === 'JSONata') {
      found.push(...inJsonata(plan, state, input));
      continue;
    }
    const asked = askedFor(state);
    for (const expression of expressionsOf(state)) {
      const field = String(expression.path[state.path.length]);
      const seen =
        field === 'InputPath' ? input : ofInput.has(field) ? at(state.value.InputPath, input) : undefined;
      if (seen === undefined) continue;
      for (const path of pathsIn(expression.found)) {
        if (path.root !== 'input') continue;
        const text = expression.text.slice(...path.span);
        if (!asked.some((prefix) => text.startsWith(prefix)))
          found.push(...missing(plan, expression.path, path, text, seen, 0));
      }
    }
  }
  return found;
}

const ofStates = /^\{%\s*(\$states\.input)((?:\.[A-Za-z_]\w*)+)\s*%\}$/;

/** Expressions that are only a path into the input: with nothing at its end the field has no value, which fails. */
function inJsonata(plan: Plan, state: State, input: Known): readonly Problem[] {
  const found: Problem[] = [];
  for (const field of heldFields(state)) {
    eachString(field.value, (text, inside) => {
      const [, start, steps] = ofStates.exec(text) ?? [];
      const path = steps === undefined ? undefined : parse(`$${steps}`);
      if (path?.kind !== 'path') return;
      const moved = text.indexOf(start!) + start!.length - 1;
      const place = [...state.path, ...field.path, ...inside];
      found.push(...missing(plan, place, path, `${start}${steps}`, input, moved));
    });
  }
  return found;
}

/** Fields that read what `InputPath` takes; the others read results. */
const ofInput = new Set([
  ...[
    'Parameters',
    'ItemSelector',
    'ItemsPath',
    'Choices',
    'SecondsPath',
    'TimestampPath',
    'ErrorPath',
    'CausePath',
  ],
  ...['TimeoutSecondsPath', 'HeartbeatSecondsPath', 'MaxConcurrencyPath', 'Credentials', 'ItemReader'],
]);

function missing(
  plan: Plan,
  place: Path,
  path: PathExpression,
  text: string,
  input: Known,
  moved: number,
): readonly Problem[] {
  const reached = follow(path, input);
  if (!('missing' in reached)) return [];
  const step = path.steps[reached.missing]!;
  const { owner } = reached;
  const names = owner.kind === 'object' ? [...owner.fields.keys()] : [];
  const help =
    didYouMean(step.kind === 'key' ? step.key : '', names, 'fields there are') ?? 'nothing is in there';
  const related: readonly Related[] =
    owner.kind === 'object'
      ? [{ place: keyOf(plan, owner.by), message: `\`${owner.by.name}\` makes what is read here` }]
      : [];
  const span = [step.span[0] + moved, step.span[1] + moved] as const;
  return [
    problem('PLAN4052', { file: plan.document.file, path: place, span }, { path: text }, { help, related }),
  ];
}

/** Paths that a Choice asks for with `IsPresent`: it knows that they may be missing. */
const askedFor = ({ value }: State): readonly string[] =>
  rulesIn(value.Choices, []).flatMap(({ rule: { IsPresent, Variable } }) =>
    IsPresent !== undefined && typeof Variable === 'string' ? [Variable] : [],
  );
