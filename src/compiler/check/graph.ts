import { mostProblems } from '../../diagnostics/most.js';
import { type Path, type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { catchersOf, exitsOf } from '../flow/exits.js';
import { end, flowOf, reach, reversed } from '../flow/graph.js';

/** Targets that do not exist, states that nothing leads to, machines that never end, names used twice. */
export function checkGraph(plan: Plan): readonly Problem[] {
  return [...duplicates(plan), ...checkScope(plan, plan.machine)];
}

function checkScope(plan: Plan, scope: Scope): readonly Problem[] {
  const found: Problem[] = [];
  for (const state of scope.states.values()) {
    // To look for near names for thousands of wrong ones takes long and helps nobody.
    if (found.length >= mostProblems) return found;
    found.push(
      ...unknownTargets(plan, scope, state),
      ...state.inner.flatMap((inner) => checkScope(plan, inner)),
    );
  }
  const start = unknownStart(plan, scope);
  if (start !== undefined) return [start, ...found];
  // What cannot be followed to its target says nothing on what is reachable.
  const complete = [...scope.states.values()].every(
    (state) =>
      state.valid &&
      state.kind !== 'unknown' &&
      exitsOf(state).every(({ to }) => to === undefined || scope.states.has(to)),
  );
  if (!complete || scope.states.size === 0) return found;
  return [...found, ...unreachable(plan, scope), ...withoutEnd(plan, scope)];
}

function unknownStart(plan: Plan, scope: Scope): Problem | undefined {
  if (scope.startAt === undefined || scope.states.has(scope.startAt)) return undefined;
  return unknownTarget(plan, scope, [...scope.path, 'StartAt'], 'StartAt', scope.startAt);
}

function unknownTargets(plan: Plan, scope: Scope, state: State): readonly Problem[] {
  return exitsOf(state).flatMap(({ to, path }) => {
    if (to === undefined || path === undefined || scope.states.has(to)) return [];
    return unknownTarget(
      plan,
      scope,
      [...state.path, ...path],
      path[0] === 'Default' ? 'Default' : 'Next',
      to,
    );
  });
}

function unknownTarget(plan: Plan, scope: Scope, path: Path, field: string, name: string): Problem {
  const elsewhere = plan.states.some((state) => state.name === name);
  const help = elsewhere
    ? `\`${name}\` is in another scope; a state can only lead to states beside it`
    : didYouMean(name, [...scope.states.keys()], 'states here');
  return problem('PLAN2001', { file: plan.document.file, path }, { field, name }, { help });
}

/** One problem for each group of states that nothing leads to: what is behind the first is lost because of it. */
function unreachable(plan: Plan, scope: Scope): readonly Problem[] {
  const { reachable, nodes, graph } = flowOf(scope);
  const enter = (state: State) => nodes.get(state.name)!.enter;
  const lost = [...scope.states.values()].filter((state) => !reachable(enter(state)));
  const led = new Set(lost.flatMap((state) => exitsOf(state).map(({ to }) => to)));
  const explained = new Set<number>();
  const causes: State[] = [];
  for (const state of [...lost.filter(({ name }) => !led.has(name)), ...lost]) {
    if (explained.has(enter(state))) continue;
    causes.push(state);
    for (const node of reach(graph, [enter(state)], explained)) explained.add(node);
  }
  return causes
    .slice(0, mostProblems)
    .map((state) =>
      problem('PLAN2002', keyOf(plan, state), { name: state.name }, { help: unreachableHelp(scope, state) }),
    );
}

function unreachableHelp(scope: Scope, state: State): string {
  const names = [...scope.states.keys()];
  const before = scope.states.get(names[names.indexOf(state.name) - 1] ?? '');
  const caught = [...scope.states.values()].some((other) => catchersOf(other).length > 0);
  if (before === undefined)
    return `the machine starts at \`${scope.startAt}\`; lead to \`${state.name}\` with \`Next\``;
  const way = before.type === 'Choice' ? 'a rule or `Default`' : caught ? '`Next` or a catcher' : '`Next`';
  return `nothing leads to it; lead to it with ${way}, or remove it`;
}

function withoutEnd(plan: Plan, scope: Scope): readonly Problem[] {
  const { reachable, graph, nodes } = flowOf(scope);
  const states = [...scope.states.values()];
  const fails = states.some((state) => state.type === 'Fail');
  if (fails || states.some((state) => graph[nodes.get(state.name)!.after]!.includes(end))) {
    return trapped(plan, scope);
  }
  if (reachable(end)) return [];
  const where =
    scope.kind === 'plan' ? 'the plan' : scope.kind === 'branch' ? 'the branch' : 'the body of the Map';
  const place: Place = { file: plan.document.file, path: [...scope.path, 'States'], on: 'key' };
  return [
    problem('PLAN2003', place, { where }, { help: 'give one of its states `End: true`, or add a Succeed' }),
  ];
}

/** States from which every way leads round and round. */
function trapped(plan: Plan, scope: Scope): readonly Problem[] {
  const { graph, nodes, reachable } = flowOf(scope);
  const fails = [...scope.states.values()].filter((state) => state.type === 'Fail');
  const seen = reach(reversed(graph), [end, ...fails.map((state) => nodes.get(state.name)!.run)]);
  const first = [...scope.states.values()].find(({ name }) => {
    const { run } = nodes.get(name)!;
    return reachable(run) && !seen.has(run);
  });
  if (first === undefined) return [];
  const help = 'lead out of the loop with a Choice, `End: true` or a catcher';
  return [problem('PLAN2005', keyOf(plan, first), { name: first.name }, { help })];
}

/** Step Functions wants names to be unique in the whole machine, inner scopes included. */
function duplicates(plan: Plan): readonly Problem[] {
  const first = new Map<string, State>();
  return plan.states.flatMap((state) => {
    const other = first.get(state.name);
    if (other === undefined) {
      first.set(state.name, state);
      return [];
    }
    const related = [{ place: keyOf(plan, other), message: 'the first one is here' }];
    const help = 'state names are unique in the whole plan, branches and Maps included; rename one of them';
    return problem('PLAN2004', keyOf(plan, state), { name: state.name }, { help, related });
  });
}

const keyOf = (plan: Plan, state: State): Place => ({
  file: plan.document.file,
  path: state.path,
  on: 'key',
});
