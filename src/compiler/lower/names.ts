import type { Plan, State } from '../../language/plan.js';
import { mergesOutput } from '../managed.js';

/** The names of the states that plancc adds for one state of the author's. */
export interface AddedNames {
  /** The Choice that tests `When`: the way into the state. */
  readonly test: string;
  /** The Pass that gives `Otherwise`. */
  readonly otherwise: string;
  /** The Succeed that ends the machine when the last state is skipped. */
  readonly skipped: string;
  /** The Pass that merges the branches of a Parallel. */
  readonly merged: string;
  /** The Pass that ends each iteration of a Map with the outputs of its states. */
  readonly result: string;
}

// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
const longest = 80;

/** Gives names to added states: readable, at most 80 characters, unlike every other name of the plan. */
export function nameAddedStates(plan: Plan): (state: State) => AddedNames {
  const taken = new Set(plan.states.map((state) => state.name));
  const names = new Map<State, AddedNames>();
  const fresh = (needed: boolean, name: string, ending: string): string => {
    if (!needed) return '';
    let candidate = name.slice(0, longest - ending.length) + ending;
    for (let n = 2; taken.has(candidate); n++) {
      const numbered = `${ending} ${n}`;
      candidate = name.slice(0, longest - numbered.length) + numbered;
    }
    taken.add(candidate);
    return candidate;
  };
  for (const state of plan.states) {
    const { When, Otherwise } = state.value;
    names.set(state, {
      test: fresh(When !== undefined, state.name, '?'),
      otherwise: fresh(Otherwise !== undefined, state.name, ' otherwise'),
      skipped: fresh(When !== undefined, state.name, ' skipped'),
      merged: fresh(state.type === 'Parallel' && mergesOutput(state), state.name, ' merged'),
      result: fresh(state.type === 'Map' && mergesOutput(state), state.name, ' result'),
    });
  }
  return (state) => names.get(state)!;
}
