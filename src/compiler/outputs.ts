import { pathKeys } from '../asl/path/keys.js';
import type { Plan, Scope, State } from '../language/plan.js';
import { any, type Shape } from '../language/shape.js';
import { contextOf, typeOf } from '../states/registry.js';
import { noteAt } from './flow/notes.js';
import { skippable } from './flow/produced.js';
import { mergesOutput } from './managed.js';

type Keys = readonly (string | number)[];

/** Where a state's output is found in the payload, and what is known of it. */
export interface Output {
  readonly keys: Keys;
  readonly shape: Shape;
}

/**
 * The output that `${{ States.<name> }}` stands for; undefined when the state leaves none in the payload.
 * An author's `ResultPath` is followed.
 */
export function outputOf(plan: Plan, state: State): Output | undefined {
  if (!known.has(state)) known.set(state, findOutput(plan, state));
  return known.get(state);
}

const known = new WeakMap<State, Output | undefined>();

function findOutput(plan: Plan, state: State): Output | undefined {
  const keys = resultKeys(state);
  if (keys === undefined) return undefined;
  if (state.kind === 'plancc') {
    if (!state.valid) return { keys, shape: any };
    const type = typeOf(state);
    const context = contextOf(plan, state);
    const lowering = type.lower(context);
    const inner = lowering.kind === 'integration' ? lowering.result : [];
    return { keys: [...keys, ...inner], shape: type.output(context) };
  }
  const body = state.inner[0];
  // With a ResultWriter the results are in a bucket, and the state gives where.
  if (
    state.type === 'Map' &&
    body !== undefined &&
    mergesOutput(state) &&
    state.value.ResultWriter === undefined
  ) {
    return { keys, shape: { kind: 'list', items: iterationShape(plan, body, state.name) } };
  }
  return { keys, shape: any };
}

/** What an iteration of a Map gives: the outputs of its states, as far as they have surely run. */
function iterationShape(plan: Plan, body: Scope, map: string): Shape {
  const outputs = producers([...body.states.values()]).map((inner): readonly [string, Shape] => {
    const skipped = skippable(inner, body);
    if (skipped === undefined) return [inner.name, outputOf(plan, inner)?.shape ?? any];
    const reason = `an iteration of \`${map}\` may go past \`${skipped.name}\``;
    const field = skipped.value.When === undefined ? undefined : 'When';
    const related = [noteAt(plan, skipped, `an iteration may go past \`${skipped.name}\``, field)];
    return [inner.name, { kind: 'uncertain', name: inner.name, reason, related }];
  });
  return {
    kind: 'object',
    source: `states in \`${map}\` with an output`,
    properties: Object.fromEntries(outputs),
  };
}

/** The states of a scope whose outputs are in its payload's `output` at its end, those of merged branches included. */
export function producers(states: readonly State[]): readonly State[] {
  return states.flatMap((state) => {
    if (state.type === 'Parallel' && mergesOutput(state)) {
      return state.inner.flatMap((branch) => producers([...branch.states.values()]));
    }
    const keys = resultKeys(state);
    return keys?.[0] === 'output' && keys.length === 2 ? [state] : [];
  });
}

/** Where a state's result goes, as keys below `$`; undefined when nowhere that a reference can follow. */
export function resultKeys(state: State): Keys | undefined {
  const { ResultPath } = state.value;
  if (typeof ResultPath === 'string') {
    const keys = pathKeys(ResultPath);
    return keys === undefined || keys.length === 0 ? undefined : keys;
  }
  if (ResultPath === null) return undefined;
  if (state.kind === 'plancc') return ['output', state.name];
  return state.type === 'Map' && mergesOutput(state) ? ['output', state.name] : undefined;
}
