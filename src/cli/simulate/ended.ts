import { type Place, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { toWriteInLine } from '../../engines/local/mocks/missing.js';
import { mocksFile } from '../../engines/local/mocks/mocks.js';
import type { StateNews } from '../follow/news.js';
import { toldCause } from '../why/cause.js';
import type { PlaceBelow } from './difference.js';
import type { Expectation } from './simulations.js';
import type { Trace } from './trace.js';

/** Where problems of a simulation belong. */
export interface Places {
  /** A part of what is expected; the case itself without one. */
  readonly expected: PlaceBelow;
  /** A state of the plan. */
  readonly state: (name: string) => Place;
}

/**
 * A simulation that ends in another way than its case says; `SUCCEEDED` where it says nothing. Without a mock nothing
 * is known of how the plan would end, so such an end is none that a case can ask for, but by its name.
 */
export function endsOtherwise(expected: Expectation, trace: Trace, places: Places): readonly Problem[] {
  const { execution } = trace;
  const { Error: error, Cause: cause, Status: status } = expected;
  const wanted = status ?? (error !== undefined || cause !== undefined ? 'FAILED' : 'SUCCEEDED');
  const isSame = {
    Error: error === undefined || execution.error === error,
    Cause: cause === undefined || execution.cause?.includes(cause) === true,
    Status: execution.status === wanted,
  };
  const different = (['Error', 'Cause', 'Status'] as const).filter((field) => !isSame[field]);
  const unmocked = error === missing ? undefined : withoutMock(trace);
  if (different.length === 0 && unmocked === undefined) return [];
  const said = different.filter((field) => expected[field] !== undefined);
  const failed = unmocked ?? lastFailure(trace);
  const told = {
    found: ended(execution.status, execution.error, execution.cause && toldCause(execution.cause)),
    expected: ended(wanted, error, cause),
  };
  const values =
    different.length > 0 || unmocked === undefined
      ? told
      : {
          found: `${told.found} without a mock for \`${unmocked.state}\``,
          expected: `${told.expected} with all mocks`,
        };
  return [
    problem('PLAN7070', places.expected(...said.slice(0, 1)), values, {
      help: helpFor(failed),
      related: failedHere(failed, places),
    }),
  ];
}

/** The error of what no mock stands for. */
const missing = 'MockMissing';

/** `FAILED with `JobFailed`: the first line of its cause`. */
const ended = (status: string, error = '', cause = ''): string =>
  [
    status,
    error === '' ? '' : ` with \`${error}\``,
    cause === '' || error === missing ? '' : ` (${cause.split('\n', 1)[0]})`,
  ].join('');

/** Where a mock is missing; a Distributed Map may tolerate it. */
const withoutMock = ({ news }: Trace): StateNews | undefined =>
  news.find((one): one is StateNews => one.event === 'state' && one.error === missing && !isOuter(one));

/** A Parallel or a Map fails with what is in it. */
const lastFailure = ({ news }: Trace): StateNews | undefined =>
  news.findLast((one): one is StateNews => one.event === 'state' && one.status === 'failed' && !isOuter(one));

const isOuter = ({ type }: StateNews): boolean => type === 'Parallel' || type === 'Map';

function helpFor(failed: StateNews | undefined): string | undefined {
  if (failed?.error !== missing) return undefined;
  const written = toWriteInLine('States', failed.state, { Return: {} });
  return `say what \`${failed.state}\` comes to, in ${mocksFile} or under \`Mocks\` of the simulations: \`${written}\``;
}

const failedHere = (failed: StateNews | undefined, places: Places): readonly Related[] =>
  failed === undefined
    ? []
    : [{ place: places.state(failed.state), message: `\`${failed.state}\` fails with \`${failed.error}\`` }];
