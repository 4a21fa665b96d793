import type { Path } from '../../diagnostics/problem.js';
import { isList, isObject, valueAt } from '../../language/json.js';
import type { Scope, State } from '../../language/plan.js';
import type { Json } from '../../source/document.js';
import { remembered } from '../remembered.js';
import { catchersOf, exitsOf } from './exits.js';
import { end, flowOf, reach, start } from './graph.js';

/** Where a variable gets a value: an `Assign`, and the steps of the flow of its scope on which it takes effect. */
export interface Assignment {
  readonly name: string;
  readonly state: State;
  /** Of the variable's key, in the document. */
  readonly path: Path;
  readonly steps: readonly Step[];
}

type Step = readonly [from: number, to: number];

/**
 * What the variables of a scope are assigned by, by name. `Assign` of a state takes effect when it has succeeded, that of a
 * Choice when no rule holds: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export const assignmentsIn = remembered((scope: Scope): ReadonlyMap<string, readonly Assignment[]> => {
  const found = new Map<string, Assignment[]>();
  for (const state of scope.states.values()) {
    for (const { path, value, steps } of assigns(state)) {
      if (!isObject(value)) continue;
      for (const key of Object.keys(value)) {
        const name = state.language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key;
        const assignment = { name, state, path: [...state.path, ...path, key], steps };
        const before = found.get(name);
        if (before === undefined) found.set(name, [assignment]);
        else before.push(assignment);
      }
    }
  }
  return found;
});

interface Assign {
  readonly path: Path;
  readonly value: Json | undefined;
  readonly steps: readonly Step[];
}

function assigns(state: State): readonly Assign[] {
  const { Assign, Choices, Catch } = state.value;
  if (Assign === undefined && !isList(Choices) && !isList(Catch)) return [];
  const { nodes } = flowOf(state.scope);
  const { run, done, after, caught } = nodes.get(state.name)!;
  const to = (name: string | undefined) => (name === undefined ? end : (nodes.get(name)?.enter ?? after));
  const found: Assign[] = [];
  const own: Step = state.value.Otherwise === undefined ? [done, after] : [run, done];
  if (state.type !== 'Choice') found.push({ path: ['Assign'], value: Assign, steps: [own] });
  for (const exit of state.type === 'Choice' ? exitsOf(state) : []) {
    const step: Step = [after, to(exit.to)];
    if (exit.kind === 'default') found.push({ path: ['Assign'], value: Assign, steps: [step] });
    if (exit.kind !== 'choice') continue;
    const path = [...exit.path!.slice(0, 2), 'Assign'];
    found.push({ path, value: valueAt(state.value, path), steps: [step] });
  }
  for (const [at, exit] of catchersOf(state).entries()) {
    const path = [...exit.path!.slice(0, 2), 'Assign'];
    found.push({ path, value: valueAt(state.value, path), steps: [[caught[at]!, to(exit.to)]] });
  }
  return found.filter(({ value }) => value !== undefined);
}

/** Whether executions of this scope's states are their own: they see no variables from outside. */
export const isDistributed = ({ kind, value: { ProcessorConfig } }: Scope): boolean =>
  kind === 'body' && isObject(ProcessorConfig) && ProcessorConfig.Mode === 'DISTRIBUTED';

/** The scopes whose variables a state can read, nearest first. */
export function readableScopes({ scope }: State): readonly Scope[] {
  if (scope.owner === undefined || isDistributed(scope)) return [scope];
  return [scope, ...readableScopes(scope.owner)];
}

/** The names of the variables a state can read if they have been assigned by then, nearest scope first. */
export const readableVariables = (state: State): readonly string[] => [
  ...new Set(readableScopes(state).flatMap((scope) => [...assignmentsIn(scope).keys()])),
];

/**
 * Whether a variable has a value when a state is entered, which is what all of its fields see: on every way, on some, or on
 * none. `by` are the assignments in the scope it is read from.
 */
export interface Assigned {
  readonly when: 'always' | 'sometimes' | 'never';
  readonly by: readonly Assignment[];
}

export function assignedBefore(state: State, name: string): Assigned {
  let user = state;
  let best: Assigned = { when: 'never', by: [] };
  for (const scope of readableScopes(state)) {
    const by = assignmentsIn(scope).get(name);
    if (by !== undefined) {
      const when = assignedIn(scope, by, flowOf(scope).nodes.get(user.name)!.enter);
      if (when === 'always') return { when, by };
      if (best.when === 'never') best = { when, by };
    }
    if (scope.owner !== undefined) user = scope.owner;
  }
  return best;
}

function assignedIn(scope: Scope, by: readonly Assignment[], user: number): Assigned['when'] {
  const { graph, dominates } = flowOf(scope);
  const [only, more] = by.flatMap(({ steps }) => steps);
  // Of a node with one way out, to have been there is to have gone that way.
  if (more === undefined && graph[only![0]]!.length === 1 && dominates(only![0], user)) return 'always';
  const { without, after } = waysOf(by);
  return without.has(user) ? (after.has(user) ? 'sometimes' : 'never') : 'always';
}

/** The nodes that can be reached without an assignment, and those that can be reached after one. */
const waysOf = remembered((by: readonly Assignment[]) => {
  const { graph } = flowOf(by[0]!.state.scope);
  const steps = by.flatMap((assignment) => assignment.steps);
  const ways = (list: readonly Step[], step: Step) =>
    list.filter(([from, to]) => from === step[0] && to === step[1]).length;
  // A rule and the default may lead to one state, and only one of them assign.
  const whole = steps.filter((step) => {
    const sideBySide = graph[step[0]]!.filter((to) => to === step[1]).length;
    return sideBySide === ways(steps, step);
  });
  const assigning = new Set(whole.map(([from, to]) => `${from} ${to}`));
  const sources = new Set(whole.map(([from]) => from));
  const others = graph.map((next, from) =>
    sources.has(from) ? next.filter((to) => !assigning.has(`${from} ${to}`)) : next,
  );
  const reachable = reach(graph, [start]);
  const after = steps.filter(([from]) => reachable.has(from)).map(([, to]) => to);
  return { without: reach(others, [start]), after: reach(graph, after) };
});
