import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { exitsOf, skipOf } from '../flow/exits.js';
import { keyOf } from './key-of.js';

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
  return loopsIn(quickWays(scope)).map((loop) => {
    const help = 'put a Wait into it, or leave it after a number of rounds that is counted';
    const names = [...loop, loop[0]!].map(({ name }) => name);
    return problem('PLAN2092', keyOf(plan, loop[0]!), { loop: names }, { help });
  });
}

type Ways = ReadonlyMap<State, readonly State[]>;

/** The ways between states that take no time. */
function quickWays(scope: Scope): Ways {
  const quick = [...scope.states.values()].filter(takesNoTime);
  const known = new Set(quick);
  return new Map(
    quick.map((state) => {
      const exits = state.value.When === undefined ? exitsOf(state) : [...exitsOf(state), skipOf(state)];
      const next = exits.flatMap(({ to }) => scope.states.get(to ?? '') ?? []);
      return [state, next.filter((one) => known.has(one))];
    }),
  );
}

/** Loops that have no state in common, one for each place where it goes round; of very many the first. */
function loopsIn(ways: Ways, most = 20): readonly (readonly State[])[] {
  const turning = withoutEnds(ways);
  const [first] = turning.keys();
  if (first === undefined || most === 0) return [];
  const way = [first];
  for (let next = turning.get(first)![0]!; !way.includes(next); next = turning.get(next)![0]!) way.push(next);
  const last = way.at(-1)!;
  const loop = way.slice(way.indexOf(turning.get(last)![0]!));
  const left = new Map([...turning].filter(([state]) => !loop.includes(state)));
  return [inOrder(loop, ways), ...loopsIn(left, most - 1)];
}

/** The ways without states from which nothing leads on, so that every one that is left comes round in the end. */
function withoutEnds(ways: Ways): Ways {
  const counts = new Map([...ways].map(([state]) => [state, 0]));
  const before = new Map<State, State[]>([...ways].map(([state]) => [state, []]));
  for (const [state, next] of ways)
    for (const one of next) {
      if (!counts.has(one)) continue;
      counts.set(state, counts.get(state)! + 1);
      before.get(one)!.push(state);
    }
  const ends = [...counts].flatMap(([state, count]) => (count === 0 ? [state] : []));
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    counts.delete(end);
    for (const state of before.get(end)!) {
      const count = counts.get(state)! - 1;
      counts.set(state, count);
      if (count === 0) ends.push(state);
    }
  }
  return new Map(
    [...counts.keys()].map((state) => [state, ways.get(state)!.filter((one) => counts.has(one))]),
  );
}

/** A loop from its state that comes first in the source. */
function inOrder(loop: readonly State[], ways: Ways): readonly State[] {
  const start = loop.indexOf([...ways.keys()].find((state) => loop.includes(state))!);
  return [...loop.slice(start), ...loop.slice(0, start)];
}

/** What changes the payload may count, and what waits or calls something takes time: neither is told anything. */
function takesNoTime({ type, value }: State): boolean {
  if (type === 'Choice') return value.Assign === undefined;
  const changes = ['Parameters', 'Assign', 'Result', 'Output', 'InputPath', 'OutputPath'];
  return type === 'Pass' && !changes.some((field) => field in value);
}
