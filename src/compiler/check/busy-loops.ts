import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { exitsOf, skipOf } from '../flow/exits.js';

/**
 * Loops in which nothing takes time or counts: they fill the history of an execution, 25,000 events, within minutes.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const checkBusyLoops = (plan: Plan): readonly Problem[] =>
  scopesOf(plan.machine).flatMap((scope) => ofScope(plan, scope));

const scopesOf = (scope: Scope): readonly Scope[] => [
  scope,
  ...[...scope.states.values()].flatMap(({ inner }) => inner.flatMap(scopesOf)),
];

function ofScope(plan: Plan, scope: Scope): readonly Problem[] {
  const quick = [...scope.states.values()].filter(takesNoTime);
  const told = new Set<State>();
  return quick.flatMap((state) => {
    const loop = told.has(state) ? undefined : loopThrough(scope, state);
    if (loop === undefined || loop.some((one) => told.has(one))) return [];
    for (const one of loop) told.add(one);
    const place = { file: plan.document.file, path: loop[0]!.path, on: 'key' as const };
    const help = 'put a Wait into it, or leave it after a number of rounds that is counted';
    return problem('PLAN2092', place, { loop: [...loop, loop[0]!].map(({ name }) => name) }, { help });
  });
}

/** What changes the payload may count, and what waits or calls something takes time: neither is told anything. */
function takesNoTime({ type, value }: State): boolean {
  if (type === 'Choice') return value.Assign === undefined;
  const changes = ['Parameters', 'Assign', 'Result', 'Output', 'InputPath', 'OutputPath'];
  return type === 'Pass' && !changes.some((field) => field in value);
}

/** The shortest way from a state back to it through states that take no time. */
function loopThrough(scope: Scope, start: State): readonly State[] | undefined {
  const before = new Map<State, State>();
  const waiting = [start];
  for (let state = waiting.shift(); state !== undefined; state = waiting.shift()) {
    const exits = state.value.When === undefined ? exitsOf(state) : [...exitsOf(state), skipOf(state)];
    for (const { to } of exits) {
      const next = to === undefined ? undefined : scope.states.get(to);
      if (next === start) return way(before, start, state);
      if (next === undefined || before.has(next) || !takesNoTime(next)) continue;
      before.set(next, state);
      waiting.push(next);
    }
  }
  return undefined;
}

function way(before: ReadonlyMap<State, State>, start: State, last: State): readonly State[] {
  const found = [last];
  while (found[0] !== start) found.unshift(before.get(found[0]!)!);
  return found;
}
