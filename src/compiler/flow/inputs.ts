import { isObject, valueAt } from '../../language/json.js';
import type { Scope, State } from '../../language/plan.js';
import { catchersOf, exitsOf, skipOf } from './exits.js';
import { anything, at, either, filled, type Known, literal, placed, same } from './known.js';

/** What is known of the input of every state that can be reached, inner scopes included. */
export function inputsOf(machine: Scope): ReadonlyMap<State, Known> {
  const inputs = new Map<State, Known>();
  const scopes: (readonly [scope: Scope, input: Known])[] = [[machine, anything]];
  for (let next = scopes.pop(); next !== undefined; next = scopes.pop()) {
    const [scope, input] = next;
    flowThrough(scope, input, inputs);
    for (const state of scope.states.values()) {
      const given = inputs.get(state);
      if (given === undefined) continue;
      for (const inner of state.inner)
        scopes.push([inner, inner.kind === 'branch' ? taken(state, given) : anything]);
    }
  }
  return inputs;
}

function flowThrough(scope: Scope, input: Known, inputs: Map<State, Known>): void {
  const first = scope.startAt === undefined ? undefined : scope.states.get(scope.startAt);
  if (first === undefined) return;
  inputs.set(first, input);
  const waiting = [first];
  for (let state = waiting.shift(); state !== undefined; state = waiting.shift()) {
    for (const [to, known] of waysOut(state, inputs.get(state)!)) {
      const next = to === undefined ? undefined : scope.states.get(to);
      if (next === undefined) continue;
      const before = inputs.get(next);
      const now = before === undefined ? known : either(before, known);
      if (before !== undefined && same(before, now)) continue;
      inputs.set(next, now);
      waiting.push(next);
    }
  }
}

type Way = readonly [to: string | undefined, known: Known];

function waysOut(state: State, input: Known): readonly Way[] {
  const output = outputOf(state, input);
  const ways = exitsOf(state).flatMap(({ kind, to }): readonly Way[] =>
    kind === 'catch' ? [] : [[to, output]],
  );
  const caught = catchersOf(state).map(({ to, path }): Way => [to, caughtBy(state, Number(path![1]), input)]);
  const skipped: readonly Way[] = state.value.When === undefined ? [] : [[skipOf(state).to, anything]];
  return [...ways, ...caught, ...skipped];
}

/** Whether plancc changes what the state does with its data: all is kept then, and results are merged. */
const isManaged = (state: State): boolean =>
  state.kind === 'plancc' || state.inner.some((scope) => [...scope.states.values()].some(isManaged));

/** What the state works on: https://states-language.net/#filters */
export const taken = (state: State, input: Known): Known => {
  const { InputPath, Parameters } = state.value;
  if (state.language === 'JSONata') return input;
  if (isManaged(state)) return anything;
  const part = at(InputPath, input);
  return Parameters === undefined ? part : filled(Parameters, part, state);
};

function outputOf(state: State, input: Known): Known {
  if (isManaged(state)) return anything;
  const { InputPath, OutputPath, ResultSelector, ResultPath, Output } = state.value;
  const passesOn = ['Wait', 'Choice', 'Succeed'].includes(state.type);
  if (state.language === 'JSONata') {
    if (Output !== undefined) return literal(Output, state);
    return passesOn || state.type === 'Pass' ? input : anything;
  }
  if (passesOn) return at(OutputPath, at(InputPath, input));
  const result =
    ResultSelector === undefined ? resultOf(state, input) : filled(ResultSelector, anything, state);
  // Whether the result is put into the input before or after `InputPath` is not held against anyone.
  const whole = InputPath === undefined || InputPath === '$' ? input : anything;
  return at(OutputPath, placed(ResultPath, whole, result, state));
}

function resultOf(state: State, input: Known): Known {
  if (state.type !== 'Pass') return anything;
  const { Result } = state.value;
  return Result === undefined ? taken(state, input) : literal(Result, state);
}

/** What a catcher gives: https://states-language.net/#fallback-states */
function caughtBy(state: State, index: number, input: Known): Known {
  const catcher = valueAt(state.value, ['Catch', index]);
  if (isManaged(state) || state.language === 'JSONata' || !isObject(catcher)) return anything;
  return placed(catcher.ResultPath, input, literal({ Error: '', Cause: '' }, state), state);
}
