import { mostProblems } from '../../diagnostics/most.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { suggestion } from '../../diagnostics/suggest.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { hasReference } from '../../language/text.js';
import { exitsOf } from '../flow/exits.js';
import { checkEnds } from './ends.js';
import { keyOf } from './key-of.js';
import { checkReachable } from './unreachable.js';

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
  return [...found, ...checkReachable(plan, scope), ...checkEnds(plan, scope)];
}

function unknownStart(plan: Plan, scope: Scope): Problem | undefined {
  if (scope.startAt === undefined || scope.states.has(scope.startAt)) return undefined;
  return unknownTarget(plan, scope, [...scope.path, 'StartAt'], 'StartAt', scope.startAt);
}

function unknownTargets(plan: Plan, scope: Scope, state: State): readonly Problem[] {
  return exitsOf(state).flatMap(({ to, path }) => {
    // A reference cannot stand there at all, which is said elsewhere.
    if (to === undefined || path === undefined || scope.states.has(to) || hasReference(to)) return [];
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
  const place = { file: plan.document.file, path };
  const values = { field, name, where: where[scope.kind] };
  const elsewhere = plan.states.find((state) => state.name === name);
  if (elsewhere === undefined) {
    const names = [...scope.states.keys()];
    const extra = /^(the )?(end|exit|stop)$/i.test(name)
      ? { help: 'to end here, lead to a state of type Succeed' }
      : suggestion(name, names, `states of ${where[scope.kind]}`);
    return problem('PLAN2001', place, values, extra);
  }
  const { owner } = elsewhere.scope;
  const inside = owner === undefined ? 'in the plan, outside of this one' : `inside \`${owner.name}\``;
  const related = [{ place: keyOf(plan, elsewhere), message: `\`${name}\` is ${inside}` }];
  const help = 'lead to a state beside this one: no way leads into or out of a branch or the body of a Map';
  return problem('PLAN2001', place, values, { help, related });
}

const where = { plan: 'the plan', branch: 'this branch', body: 'this Map' } as const;

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
