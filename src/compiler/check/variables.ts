import { type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/suggest.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { expressionsOf, pathsIn } from '../expressions.js';
import {
  type Assignment,
  assignedBefore,
  assignmentsIn,
  readableScopes,
  readableVariables,
} from '../flow/variables.js';
import { rulesIn } from '../rules.js';
import { checkVariableNames } from './variable-names.js';

/** Variables: their names, their scopes, and whether they have a value where paths read them. */
export function checkVariables(plan: Plan): readonly Problem[] {
  const tested = new Set(plan.states.flatMap(testedVariables));
  return [
    ...plan.states.flatMap((state) => uses(plan, state, tested)),
    ...scopesOf(plan.machine).flatMap((scope) => [
      ...checkVariableNames(plan, scope),
      ...outerNames(plan, scope),
    ]),
  ];
}

const scopesOf = (scope: Scope): readonly Scope[] => [
  scope,
  ...[...scope.states.values()].flatMap((state) => state.inner.flatMap(scopesOf)),
];

function uses(plan: Plan, state: State, tested: ReadonlySet<string>): readonly Problem[] {
  const read = expressionsOf(state).filter(({ holds }) => holds !== 'result path');
  return read.flatMap(({ path, found }) =>
    pathsIn(found).flatMap(({ variable, span: [from] }): readonly Problem[] => {
      if (variable === undefined || tested.has(variable)) return [];
      const { when, by } = assignedBefore(state, variable);
      if (when === 'always') return [];
      const span = [from, from + 1 + variable.length] as const;
      const place = { file: plan.document.file, path, span };
      const related = notes(plan, by);
      if (when === 'never') return [never(plan, state, variable, place, related)];
      const help = 'assign it on every way that leads here, or before they part';
      return [problem('PLAN2041', place, { name: variable }, { help, related })];
    }),
  );
}

const notes = (plan: Plan, by: readonly Assignment[]): readonly Related[] =>
  by.slice(0, 3).map(({ path, state }) => ({
    place: { file: plan.document.file, path, on: 'key' },
    message: `\`${state.name}\` assigns it`,
  }));

function never(
  plan: Plan,
  state: State,
  name: string,
  place: { readonly file: string },
  related: readonly Related[],
): Problem {
  if (name === 'states') {
    const help = 'write `$` for the input, and `$$` for what is in `$states.context`';
    return problem('PLAN2040', place, { name, reason: '`$states` is only there in JSONata' }, { help });
  }
  if (related.length > 0) {
    const help = 'assign it in a state before this one: its value is there from the next state on';
    return problem('PLAN2040', place, { name, reason: 'it is assigned later' }, { help, related });
  }
  const readable = readableScopes(state);
  const elsewhere = scopesOf(plan.machine).find(
    (scope) => !readable.includes(scope) && assignmentsIn(scope).has(name),
  );
  if (elsewhere !== undefined) {
    const isOutside = readableOutside(state).includes(elsewhere);
    const reason = isOutside
      ? 'a distributed Map sees no variables from outside'
      : `it is a variable of the states in \`${elsewhere.owner?.name}\``;
    const help = isOutside
      ? `pass it in with \`ItemSelector: { ${name}.$: $${name} }\``
      : 'variables end with their branch or iteration: give the value on as output';
    const by = notes(plan, assignmentsIn(elsewhere).get(name)!);
    return problem('PLAN2040', place, { name, reason }, { help, related: by });
  }
  const near = nearest(name, readableVariables(state));
  const help =
    near === undefined
      ? `set it with \`Assign\`, or write \`$.${name}\` for a field of the input`
      : `did you mean \`$${near}\`?`;
  return problem('PLAN2040', place, { name }, { help });
}

/** The scopes around a state, whether or not it can read their variables. */
function readableOutside({ scope }: State): readonly Scope[] {
  return scope.owner === undefined ? [] : [scope.owner.scope, ...readableOutside(scope.owner)];
}

/** Variables that a rule asks for with `IsPresent`: they are known to be missing at times. */
const testedVariables = ({ value }: State): readonly string[] =>
  [value.Choices, value.When]
    .flatMap((rules) => rulesIn(rules, []))
    .flatMap(({ rule: { Variable, IsPresent } }) => {
      if (typeof Variable !== 'string' || IsPresent === undefined) return [];
      return /^\$([\p{ID_Start}_][\p{ID_Continue}]*)/u.exec(Variable)?.[1] ?? [];
    });

/** "A variable assigned in an inner scope cannot have the same name as one assigned in an outer scope." */
function outerNames(plan: Plan, scope: Scope): readonly Problem[] {
  const { owner } = scope;
  const [first] = scope.states.values();
  if (owner === undefined || first === undefined) return [];
  const outside = readableScopes(first).slice(1);
  return [...assignmentsIn(scope)].flatMap(([name, [inner]]) => {
    const outer = outside.find((other) => assignmentsIn(other).has(name));
    if (outer === undefined || inner === undefined) return [];
    const place = { file: plan.document.file, path: inner.path, on: 'key' as const };
    const related = notes(plan, assignmentsIn(outer).get(name)!);
    const help = 'give it another name: what is assigned in here is not seen outside';
    return [problem('PLAN2042', place, { name, owner: owner.name }, { help, related })];
  });
}
