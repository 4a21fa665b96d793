import type { Clock } from '../../../ports/clock.js';
import type { Event } from './journal.js';

/** The event that lets an execution which has not succeeded go on: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
export function redriven(events: readonly Event[], clock: Clock): Event {
  const id = events.at(-1)?.id ?? 0;
  const count = events.filter(({ type }) => type === 'ExecutionRedriven').length;
  return {
    id: id + 1,
    previousEventId: id,
    timestamp: new Date(clock.now()).toISOString(),
    type: 'ExecutionRedriven',
    executionRedrivenEventDetails: { redriveCount: count + 1 },
  };
}
