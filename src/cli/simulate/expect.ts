import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import type { Json, JsonObject } from '../../source/document.js';
import { duration } from '../follow/times.js';
import { type Difference, differences } from './difference.js';
import { endsOtherwise, type PlaceOf } from './ended.js';
import type { Expectation, StateExpectation } from './simulations.js';
import { propertiesOf, type Stay, type Trace } from './trace.js';

/** Where in its file an expectation stands. */
export interface Stands {
  readonly file: string;
  /** Of the case. */
  readonly path: Path;
}

/** What is not as a case expects; `outputs` are those of the plan, undefined when it failed. */
export function unmet(
  expected: Expectation,
  trace: Trace,
  outputs: JsonObject | undefined,
  { file, path }: Stands,
  placeOf: PlaceOf,
): readonly Problem[] {
  const at = (...below: Path) => ({ file, path: [...path, 'Expect', ...below] });
  const otherwise = endsOtherwise(expected, trace, { file, path }, placeOf);
  // What comes after the failure cannot be as expected either.
  if (otherwise.length > 0) return otherwise;
  return [
    ...wayProblems(expected.Path ?? [], trace.stays, at),
    ...Object.entries(expected.States ?? {}).flatMap(([state, said]) =>
      stateProblems(state, said, trace.stays, at),
    ),
    ...differences(expected.Outputs ?? {}, outputs ?? {}).map((found) => differs(found, at('Outputs'))),
    ...durationProblems(expected.MaxDuration, trace.seconds, at('MaxDuration')),
  ];
}

type At = (...below: Path) => { readonly file: string; readonly path: Path };

/** The first state of a way that is not entered when it should be. */
function wayProblems(way: readonly string[], stays: readonly Stay[], at: At): readonly Problem[] {
  let from = 0;
  for (const [index, state] of way.entries()) {
    const found = stays.findIndex((stay, position) => position >= from && stay.state === state);
    if (found === -1) {
      const taken = [...new Set(stays.slice(from).map((stay) => stay.state))];
      const help = taken.length === 0 ? 'no state is entered after it' : `entered there: ${taken.join(', ')}`;
      return [problem('PLAN7071', at('Path', index), { state, after: way[index - 1] }, { help })];
    }
    from = found + 1;
  }
  return [];
}

function stateProblems(
  state: string,
  said: StateExpectation | readonly StateExpectation[],
  all: readonly Stay[],
  at: At,
): readonly Problem[] {
  const stays = all.filter((stay) => stay.state === state);
  return [said].flat().flatMap((expected, index) => {
    const item = Array.isArray(said) ? [index] : [];
    return runProblems(state, expected, stays, (...below) => at('States', state, ...item, ...below));
  });
}

/** What is said of one run must be true of one; of several that differ, that with the fewest differences is told. */
function runProblems(
  state: string,
  { Attempts: attempts, ...values }: StateExpectation,
  stays: readonly Stay[],
  at: At,
): readonly Problem[] {
  const runs = stays.reduce((sum, stay) => sum + stay.attempts, 0);
  if (attempts !== undefined && runs !== attempts) {
    return [problem('PLAN7073', at('Attempts'), { state, runs, expected: attempts }, {})];
  }
  if (Object.keys(values).length === 0) return [];
  if (stays.length === 0) return [problem('PLAN7071', { ...at(), on: 'key' }, { state }, {})];
  const compared = stays.map((stay) => differences(values as Json, valuesOf(stay)));
  const nearest = compared.reduce((best, other) => (other.length < best.length ? other : best));
  return nearest.map((found) => differs(found, at()));
}

const valuesOf = (stay: Stay): JsonObject => ({
  Input: stay.input,
  ...(stay.output !== undefined && { Output: stay.output }),
  ...ofCall('Arguments', stay.called),
  ...ofCall('Properties', propertiesOf(stay)),
});

const ofCall = (name: string, value: Json | undefined): JsonObject =>
  value === undefined ? {} : { [name]: value };

function differs({ path, expected, found }: Difference, place: ReturnType<At>): Problem {
  const values = {
    name: String(path.at(-1)),
    expected: shown(expected),
    found: found === undefined ? undefined : shown(found),
  };
  return problem('PLAN7072', { file: place.file, path: [...place.path, ...path] }, values);
}

/** Characters of a value in a message. */
const mostShown = 100;

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

const units = { s: 1, m: 60, h: 3600 } as const;

function durationProblems(
  most: string | undefined,
  seconds: number,
  place: ReturnType<At>,
): readonly Problem[] {
  if (most === undefined) return [];
  const limit = Number(most.slice(0, -1)) * units[most.at(-1) as keyof typeof units];
  return seconds <= limit
    ? []
    : [problem('PLAN7074', place, { took: duration(seconds), expected: duration(limit) })];
}
