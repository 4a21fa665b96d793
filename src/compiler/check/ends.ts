import { type Problem, problem, type Related } from '../../diagnostics/problem.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { type Exit, exitsOf } from '../flow/exits.js';
import { end, flowOf, reach, reversed } from '../flow/graph.js';

/** A problem when a machine never ends, or has a loop without a way out. */
export function checkEnds(plan: Plan, scope: Scope): readonly Problem[] {
  const { reachable, graph, nodes } = flowOf(scope);
  const states = [...scope.states.values()];
  const fails = states.filter(({ type }) => type === 'Fail');
  if (fails.length === 0 && !states.some(({ name }) => graph[nodes.get(name)!.after]!.includes(end))) {
    if (reachable(end)) return [];
    const loop = loopFrom(scope, states[0]!);
    const help =
      'give the state that ought to be the last one `End: true`, or lead to a state of type Succeed';
    return [
      problem(
        'PLAN2003',
        placeOf(plan, loop),
        { where: whole[scope.kind] },
        { help, related: ways(plan, loop) },
      ),
    ];
  }
  const ending = reach(reversed(graph), [end, ...fails.map(({ name }) => nodes.get(name)!.run)]);
  const first = states.find(({ name }) => {
    const { run } = nodes.get(name)!;
    return reachable(run) && !ending.has(run);
  });
  if (first === undefined) return [];
  const loop = loopFrom(scope, first);
  const names = loop.map(({ state }) => state.name);
  const help = 'lead out of it with a Choice, `End: true` or a catcher';
  return [
    problem(
      'PLAN2005',
      placeOf(plan, loop),
      { loop: [...names, names[0]!] },
      { help, related: ways(plan, loop) },
    ),
  ];
}

const whole = { plan: 'the plan', branch: 'the branch', body: 'the body of the Map' } as const;

/** A state of a loop, and its way on to the next one. */
interface Step {
  readonly state: State;
  readonly exit: Exit;
}

/** The loop in which one ends up by the first way out of each state, its first state in the source's order first. */
function loopFrom({ states }: Scope, first: State): readonly Step[] {
  const steps = new Map<State, Step>();
  let state = first;
  while (!steps.has(state)) {
    const exit = exitsOf(state).find(({ to }) => to !== undefined)!;
    steps.set(state, { state, exit });
    state = states.get(exit.to!)!;
  }
  const way = [...steps.values()];
  const loop = way.slice(way.findIndex((step) => step.state === state));
  const top = [...states.values()].find((one) => loop.some((step) => step.state === one));
  const start = loop.findIndex((step) => step.state === top);
  return [...loop.slice(start), ...loop.slice(0, start)];
}

/** The way back, which is written out, since the order of the states leads only forward. */
const placeOf = (plan: Plan, loop: readonly Step[]) => wayOf(plan, loop.at(-1)!);

const wayOf = ({ document: { file } }: Plan, { state, exit }: Step) =>
  exit.path === undefined
    ? { file, path: state.path, on: 'key' as const }
    : { file, path: [...state.path, ...exit.path] };

/** The ways of the loop but for the last, which is the place of the problem. */
const ways = (plan: Plan, loop: readonly Step[]): readonly Related[] =>
  loop.slice(0, Math.min(8, loop.length - 1)).map((step) => ({
    place: wayOf(plan, step),
    message: `\`${step.state.name}\` leads to \`${step.exit.to}\``,
  }));
