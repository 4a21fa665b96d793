import { type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { toWrite } from '../../engines/local/mocks/missing.js';
import { mocksFile } from '../../engines/local/mocks/mocks.js';
import type { StateNews } from '../follow/news.js';
import type { Stands } from './expect.js';
import type { Expectation } from './simulations.js';
import type { Trace } from './trace.js';

/** Where a state of the plan stands in it. */
export type PlaceOf = (state: string) => Place | undefined;

/** A simulation that ends in another way than its case says; `SUCCEEDED` where it says nothing. */
export function endsOtherwise(
  { Error: error, Cause: cause, Status: status = error || cause ? 'FAILED' : 'SUCCEEDED' }: Expectation,
  trace: Trace,
  { file, path }: Stands,
  placeOf: PlaceOf,
): readonly Problem[] {
  const { execution } = trace;
  const isSame =
    execution.status === status &&
    (error === undefined || execution.error === error) &&
    (cause === undefined || execution.cause?.includes(cause));
  if (isSame) return [];
  const said = error !== undefined ? 'Error' : cause !== undefined ? 'Cause' : 'Status';
  const failed = lastFailure(trace);
  const values = {
    found: ended(execution.status, execution.error, execution.cause),
    expected: ended(status, error, cause),
  };
  const place = { file, path: [...path, 'Expect', said] };
  return [problem('PLAN7070', place, values, { help: helpFor(failed), related: notes(failed, placeOf) })];
}

const ended = (status: string, error: string | undefined, cause: string | undefined): string =>
  [
    status,
    error === undefined || error === '' ? '' : ` with \`${error}\``,
    cause === undefined || cause === '' ? '' : `, because of \`${cause.split('\n', 1)[0]}\``,
  ].join('');

/** A Parallel or a Map fails with what is in it. */
const lastFailure = ({ news }: Trace): StateNews | undefined =>
  news.findLast(
    (one): one is StateNews =>
      one.event === 'state' && one.status === 'failed' && one.type !== 'Parallel' && one.type !== 'Map',
  );

function helpFor(failed: StateNews | undefined): string | undefined {
  if (failed?.error !== 'MockMissing') return undefined;
  const written = toWrite('States', failed.state, { Return: {} }).replaceAll('\n', '\n    ');
  return `say in ${mocksFile}, or under \`Mocks\` of the case, what \`${failed.state}\` comes to:\n    ${written}`;
}

function notes(failed: StateNews | undefined, placeOf: PlaceOf) {
  const place = failed && placeOf(failed.state);
  return place === undefined
    ? []
    : [{ place, message: `\`${failed!.state}\` fails with \`${failed!.error}\`` }];
}
