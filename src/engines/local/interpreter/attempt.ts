import { caught } from './catch.js';
import { stateContext } from './context.js';
import { failureIn, statesError } from './failure.js';
import type { PastVisit } from './past.js';
import { payloadOf } from './payload.js';
import { retriesOf } from './retry.js';
import type { Attempt, Exit, Payload } from './run.js';
import { doState } from './states/index.js';

type Visit = Omit<Attempt, 'number' | 'context' | 'past'> & { readonly past: PastVisit };

type LeftWith = Omit<Exit, 'output'> & { readonly output: Payload };

/** Does a state until it succeeds, fails for good and is caught, or fails: then rejects with its `StatesError`. */
export async function attempt({ past, ...visit }: Visit): Promise<LeftWith> {
  const { run, branch, name, state, entered } = visit;
  const delay = retriesOf(state, run.random);
  for (let number = past.first; ; number++) {
    const now: Attempt = {
      ...visit,
      number,
      context: stateContext(branch.context, name, entered.timestamp, number - past.first),
      past: past.attempts[number] ?? {},
    };
    const before = failureIn(now.past);
    try {
      if (before !== undefined) throw before.error;
      return checked(await doState(now), name);
    } catch (thrown) {
      if (branch.signal.aborted) throw aborted(now);
      const error = statesError(thrown);
      if (before !== undefined) branch.last = before.event.id;
      const milliseconds = delay(error);
      if (milliseconds === undefined) return checked(await caught(now, error), name);
      const failed = before === undefined ? run.clock.now() : Date.parse(before.event.timestamp);
      // A later attempt that is recorded has waited.
      if (past.attempts.length <= number + 1) await run.clock.until(failed + milliseconds, branch.signal);
    }
  }
}

const checked = ({ output, assigned, next }: Exit, name: string): LeftWith => {
  for (const value of Object.values(assigned ?? {})) payloadOf(value, name);
  return { output: payloadOf(output, name), assigned, next };
};

const abortable: readonly unknown[] = ['Task', 'Wait', 'Parallel', 'Map'];

/** A state that was aborted because one beside it failed says so; why is the reason of the signal. */
function aborted({ run, branch, state, at }: Attempt): unknown {
  if (abortable.includes(state.Type)) run.record(branch, `${state.Type}StateAborted`, { at });
  return branch.signal.reason;
}
