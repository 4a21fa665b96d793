import { timeOf } from '../../../../asl/evaluate/choice/timestamp.js';
import { StatesError } from '../../../../ports/states-error.js';
import { exitPassing } from '../exit.js';
import { evaluating, fieldOf, numberOf } from '../fields.js';
import type { Attempt, Exit } from '../run.js';

/** Counts from when the state was entered, also when the execution has been continued since. */
export async function wait(attempt: Attempt): Promise<Exit> {
  const time = await evaluating(attempt, () => endOf(attempt));
  await attempt.run.clock.until(time, attempt.branch.signal);
  return exitPassing(attempt, attempt.state);
}

async function endOf(attempt: Attempt): Promise<number> {
  const timestamp = await fieldOf(attempt, attempt.state, 'Timestamp');
  if (timestamp !== undefined) {
    const time = timeOf(timestamp);
    if (time !== undefined) return time;
    throw new StatesError(
      'States.Runtime',
      `The Timestamp ${JSON.stringify(timestamp)} is no RFC 3339 time.`,
    );
  }
  const seconds = await numberOf(attempt, attempt.state, 'Seconds');
  if (typeof seconds === 'number' && seconds >= 0 && seconds <= 99_999_999)
    return Date.parse(attempt.entered.timestamp) + seconds * 1000;
  throw new StatesError(
    'States.Runtime',
    `The Seconds ${JSON.stringify(seconds)} are no number from 0 to 99999999.`,
  );
}
