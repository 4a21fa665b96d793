import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Json, JsonObject } from '../../source/document.js';
import { differences, differs, type PlaceBelow } from './difference.js';
import type { StateExpectation } from './simulations.js';
import { propertiesOf, type Stay } from './trace.js';

/** What is said of a state, or of several runs of it, and is not so. */
export function stateProblems(
  state: string,
  said: StateExpectation | readonly StateExpectation[],
  all: readonly Stay[],
  at: PlaceBelow,
): readonly Problem[] {
  const stays = all.filter((stay) => stay.state === state);
  return [said].flat().flatMap((expected, index) => {
    const item = Array.isArray(said) ? [index] : [];
    return runProblems(state, expected, stays, (...below) => at(...item, ...below));
  });
}

/** What is said must be true of one run; of several runs the one with the fewest differences is told. */
function runProblems(
  state: string,
  { Attempts: attempts, ...values }: StateExpectation,
  stays: readonly Stay[],
  at: PlaceBelow,
): readonly Problem[] {
  const runs = stays.reduce((sum, stay) => sum + stay.attempts, 0);
  if (attempts !== undefined && runs !== attempts)
    return [problem('PLAN7073', at('Attempts'), { state, runs, expected: attempts })];
  if (Object.keys(values).length === 0) return [];
  if (stays.length === 0) return [problem('PLAN7071', at(), { state })];
  const compared = stays.map((stay) => differences(values as Json, valuesOf(stay)));
  const nearest = compared.reduce((best, other) => (other.length < best.length ? other : best));
  return nearest.map((found) => differs(found, at));
}

const valuesOf = (stay: Stay): JsonObject => ({
  Input: stay.input,
  ...known('Output', stay.output),
  ...(stay.type === 'Task' ? known('Arguments', stay.called) : known('Properties', propertiesOf(stay))),
});

const known = (name: string, value: Json | undefined): JsonObject =>
  value === undefined ? {} : { [name]: value };
