import { mostProblems } from '../../diagnostics/most.js';
import { type Problem, problem, type Related } from '../../diagnostics/problem.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { catchersOf, exitsOf, nextOf } from '../flow/exits.js';
import { flowOf, reach } from '../flow/graph.js';
import { keyOf } from './key-of.js';

/** One problem for each group of states that nothing leads to: what is behind the first is lost because of it. */
export function checkReachable(plan: Plan, scope: Scope): readonly Problem[] {
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
  return causes.slice(0, mostProblems).map((state) => unreachable(plan, scope, state));
}

function unreachable(plan: Plan, scope: Scope, state: State): Problem {
  const names = [...scope.states.keys()];
  const before = scope.states.get(names[names.indexOf(state.name) - 1] ?? '');
  const caught = [...scope.states.values()].some((other) => catchersOf(other).length > 0);
  const way = before?.type === 'Choice' ? 'a rule or `Default`' : caught ? '`Next` or a catcher' : '`Next`';
  const help = `lead to it with ${way}, or remove it`;
  const related = [before === undefined ? startsElsewhere(plan, scope) : leadsElsewhere(plan, before)];
  return problem('PLAN2002', keyOf(plan, state), { name: state.name }, { help, related });
}

const startsElsewhere = ({ document: { file } }: Plan, { path, startAt }: Scope): Related => ({
  place: { file, path: [...path, 'StartAt'] },
  message: `the first state is \`${startAt}\``,
});

/** Why a state does not lead to the one that stands after it. */
function leadsElsewhere(plan: Plan, state: State): Related {
  const { name, path, type } = state;
  const exit = nextOf(state);
  if (exit === undefined) {
    const why = type === 'Choice' ? 'a Choice leads only to what it names' : `nothing comes after a ${type}`;
    return { place: keyOf(plan, state), message: `\`${name}\` stands before it, and ${why}` };
  }
  return {
    place: { file: plan.document.file, path: [...path, ...(exit.path ?? [])] },
    message: exit.to === undefined ? `\`${name}\` ends here` : `\`${name}\` leads to \`${exit.to}\` instead`,
  };
}
