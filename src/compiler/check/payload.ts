import { type Problem, problem, type Related } from '../../diagnostics/problem.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { catchersOf, exitsOf } from '../flow/exits.js';
import { end, flowOf, reversed, start } from '../flow/graph.js';
import { noteAt } from '../flow/notes.js';
import { holdsPlancc, mergesOutput } from '../managed.js';
import { hasReferences } from '../references/fields.js';
import { type Drop, dropAfter, dropByCatcher, dropByRule, dropInside, dropOtherwise } from './drops.js';

/** States that replace the payload although a state after them, or inside them, needs it. */
export function checkPayload(plan: Plan): readonly Problem[] {
  return checkScope(plan, plan.machine);
}

function checkScope(plan: Plan, scope: Scope): readonly Problem[] {
  const { nodes } = flowOf(scope);
  const needed = neededAt(plan, scope);
  return [...scope.states.values()].flatMap((state) => {
    const at = nodes.get(state.name)!;
    const catchers = catchersOf(state).map((_, index) =>
      report(plan, state, dropByCatcher(state, index), needed.get(at.caught[index]!)),
    );
    const rules = exitsOf(state)
      .filter(({ kind }) => kind === 'choice')
      .map(({ to, path }) =>
        report(
          plan,
          state,
          dropByRule(state, Number(path![1])),
          needed.get(nodes.get(to ?? '')?.enter ?? -1),
        ),
      );
    const inside = state.inner
      .map((inner) => neededAt(plan, inner).get(start))
      .find((name) => name !== undefined);
    return [
      ...report(plan, state, dropAfter(state), needed.get(at.done)),
      ...report(plan, state, dropOtherwise(state), needed.get(at.done)),
      ...catchers.flat(),
      ...rules.flat(),
      ...report(plan, state, state.inner.length > 0 ? dropInside(state) : undefined, inside),
      ...state.inner.flatMap((inner) => checkScope(plan, inner)),
    ];
  });
}

function report(
  plan: Plan,
  state: State,
  drop: Drop | undefined,
  needer: Needer | undefined,
): readonly Problem[] {
  if (drop === undefined || needer === undefined) return [];
  const path = [...state.path, ...drop.path];
  const on = drop.path.length === 0 ? ('key' as const) : undefined;
  const values = { state: state.name, needer: needer.name };
  const related = [needer.note];
  return [problem('PLAN4020', { file: plan.document.file, path, on }, values, { help: drop.help, related })];
}

/** What needs the payload, with a note at its place that says why. */
interface Needer {
  readonly name: string;
  readonly note: Related;
}

type Needed = ReadonlyMap<number, Needer>;

const known = new WeakMap<Scope, Needed>();

/** For each node of a scope's flow from which the payload is still needed, what needs it. */
function neededAt(plan: Plan, scope: Scope): Needed {
  let needed = known.get(scope);
  if (needed === undefined) {
    needed = findNeeded(plan, scope);
    known.set(scope, needed);
  }
  return needed;
}

function findNeeded(plan: Plan, scope: Scope): Needed {
  const { graph, nodes } = flowOf(scope);
  const needed = new Map<number, Needer>();
  const atEnd = neederAtEnd(plan, scope);
  if (atEnd !== undefined) needed.set(end, atEnd);
  for (const state of scope.states.values()) {
    const why = whyNeeded(plan, state);
    if (why === undefined) continue;
    const message = `\`${state.name}\` needs it: ${why}`;
    needed.set(nodes.get(state.name)!.enter, { name: state.name, note: noteAt(plan, state, message) });
  }
  const before = reversed(graph);
  const waiting = [...needed.keys()];
  for (let index = 0; index < waiting.length; index++) {
    for (const previous of before[waiting[index]!]!) {
      if (needed.has(previous)) continue;
      needed.set(previous, needed.get(waiting[index]!)!);
      waiting.push(previous);
    }
  }
  return needed;
}

/** Why a state cannot do without the payload: plancc's own, those with references, those that hold such states. */
function whyNeeded(plan: Plan, state: State): string | undefined {
  if (state.kind === 'plancc') return `a \`${state.type}\` state puts its output there`;
  if (hasReferences(state)) return 'its references are read from it';
  const inside =
    dropInside(state) === undefined && state.inner.some((inner) => neededAt(plan, inner).has(start));
  return inside ? 'the states inside need it' : undefined;
}

function neederAtEnd(plan: Plan, scope: Scope): Needer | undefined {
  const { owner } = scope;
  if (owner !== undefined) {
    const message = `\`${owner.name}\` takes the outputs of the states inside from it`;
    return mergesOutput(owner) && holdsPlancc(scope)
      ? { name: owner.name, note: noteAt(plan, owner, message) }
      : undefined;
  }
  const place = { file: plan.document.file, path: ['Outputs'], on: 'key' as const };
  const note = { place, message: '`Outputs` are read from it at the end' };
  // Outputs that are written out need nothing of it.
  const reads = /\$\{\{|\.\$":/.test(JSON.stringify(plan.value.Outputs ?? null));
  return reads ? { name: 'Outputs', note } : undefined;
}
