import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isFor } from '../../src/engines/local/interpreter/failure.js';
import { retriesOf } from '../../src/engines/local/interpreter/retry.js';
import { StatesError } from '../../src/ports/states-error.js';
import type { JsonObject } from '../../src/source/document.js';

const retries = suite('retries');

const error = (name: string): StatesError => new StatesError(name, '');

/** Seconds before each attempt after the first one. */
function waits(
  retry: readonly JsonObject[],
  errors: readonly string[],
  random = () => 0.5,
): readonly (number | undefined)[] {
  const delay = retriesOf({ Retry: retry }, random);
  return errors.map((name) => {
    const milliseconds = delay(error(name));
    return milliseconds === undefined ? undefined : milliseconds / 1000;
  });
}
const times = (count: number, name = 'E'): readonly string[] => Array.from({ length: count }, () => name);

retries('wait one, two and four seconds, unless they are told otherwise', () => {
  assert.equal(waits([{ ErrorEquals: ['E'] }], times(4)), [1, 2, 4, undefined]);
  assert.equal(waits([], times(1)), [undefined]);
  assert.equal(waits([{ ErrorEquals: ['E'], MaxAttempts: 0 }], times(1)), [undefined]);
  assert.equal(
    waits([{ ErrorEquals: ['E'], IntervalSeconds: 2, BackoffRate: 1.5, MaxAttempts: 5 }], times(4)),
    [2, 3, 4.5, 6.75],
  );
  assert.equal(waits([{ ErrorEquals: ['E'], MaxDelaySeconds: 3, MaxAttempts: 9 }], times(4)), [1, 2, 3, 3]);
});

retries('wait any part of that with full jitter', () => {
  assert.equal(
    waits([{ ErrorEquals: ['E'], JitterStrategy: 'FULL' }], times(3), () => 0.25),
    [0.25, 0.5, 1],
  );
  assert.equal(
    waits([{ ErrorEquals: ['E'], JitterStrategy: 'NONE' }], times(3), () => 0.25),
    [1, 2, 4],
  );
});

retries('are counted by each retrier; the first one that fits decides', () => {
  const two = [
    { ErrorEquals: ['A'], MaxAttempts: 1 },
    { ErrorEquals: ['States.ALL'], IntervalSeconds: 10, MaxAttempts: 2 },
  ];
  assert.equal(waits(two, ['A', 'B', 'B']), [1, 10, 20]);
  assert.equal(waits(two, ['B', 'A', 'B', 'B']), [10, 1, 20, undefined]);
  assert.equal(waits(two, ['A', 'A']), [1, undefined]);
});

/** Which of the names a rule for each of them catches. */
const names = [
  'E',
  'States.Timeout',
  'States.HeartbeatTimeout',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.Runtime',
];
const caught = (rule: string): readonly string[] =>
  names.filter((name) => isFor({ ErrorEquals: [rule] }, error(name)));

retries('and catchers know the names of errors that stand for others', () => {
  assert.equal(caught('E'), ['E']);
  assert.equal(caught('States.ALL'), [
    'E',
    'States.Timeout',
    'States.HeartbeatTimeout',
    'States.BranchFailed',
  ]);
  assert.equal(caught('States.TaskFailed'), ['E', 'States.BranchFailed']);
  assert.equal(caught('States.Timeout'), ['States.Timeout', 'States.HeartbeatTimeout']);
  assert.equal(caught('States.HeartbeatTimeout'), ['States.HeartbeatTimeout']);
  assert.equal(caught('States.DataLimitExceeded'), ['States.DataLimitExceeded']);
  assert.equal(caught('States.Runtime'), []);
});

retries.run();
