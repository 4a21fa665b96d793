import { type Problem, problem } from '../../diagnostics/problem.js';
import { secondsIn } from '../../language/duration.js';
import { duration } from '../follow/times.js';
import { differences, differs } from './difference.js';
import { endsOtherwise, type Places } from './ended.js';
import { stateProblems } from './expect-state.js';
import type { Ran } from './run.js';
import type { Expectation } from './simulations.js';
import type { Stay } from './trace.js';

/** What is not as a case expects; `outputs` are those of the plan, undefined when it failed. */
export function unmet(expected: Expectation, { trace, outputs }: Ran, places: Places): readonly Problem[] {
  const otherwise = endsOtherwise(expected, trace, places);
  // What comes after the failure cannot be as expected either.
  if (otherwise.length > 0) return otherwise;
  const { Path: way = [], States: states = {}, Outputs: wanted = {}, MaxDuration: most } = expected;
  return [
    ...wayProblems(way, trace.stays, places),
    ...Object.entries(states).flatMap(([state, said]) =>
      stateProblems(state, said, trace.stays, (...below) => places.expected('States', state, ...below)),
    ),
    ...differences(wanted, outputs ?? {}).map((found) =>
      differs(found, (...below) => places.expected('Outputs', ...below)),
    ),
    ...durationProblems(most, trace.seconds, places),
  ];
}

/** The first state of a way that is not entered when it should be. */
function wayProblems(way: readonly string[], stays: readonly Stay[], places: Places): readonly Problem[] {
  let from = 0;
  for (const [index, state] of way.entries()) {
    const found = stays.findIndex((stay, position) => position >= from && stay.state === state);
    if (found === -1) {
      const taken = [...new Set(stays.slice(from).map((stay) => stay.state))];
      const help = taken.length === 0 ? 'no state is entered after it' : `entered there: ${taken.join(', ')}`;
      const place = places.expected('Path', index);
      return [problem('PLAN7071', place, { state, after: way[index - 1] }, { help })];
    }
    from = found + 1;
  }
  return [];
}

function durationProblems(most: string | undefined, seconds: number, places: Places): readonly Problem[] {
  if (most === undefined) return [];
  const limit = secondsIn(most);
  return seconds <= limit
    ? []
    : [
        problem('PLAN7074', places.expected('MaxDuration'), {
          took: duration(seconds),
          expected: duration(limit),
        }),
      ];
}
