import type { Clock } from '../../../ports/clock.js';
import { StatesError } from '../../../ports/states-error.js';
import { stopped } from './ending.js';
import { under, untilAborted } from './until-aborted.js';

export interface Limits {
  readonly clock: Clock;
  /** Aborts the work together with what it is part of. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970; undefined when it has all the time there is. */
  readonly until: number | undefined;
  /** Seconds from one heartbeat to the next. */
  readonly heartbeat: number | undefined;
}

/** What is done within limits: its signal is aborted when they are over, and `beat` is to be called for each heartbeat. */
export type Work<Value> = (signal: AbortSignal, beat: () => void) => Promise<Value>;

/** Milliseconds of lateness after which the whole machine was asleep, or its clock was set: no heart could beat in between. */
const asleep = 2_000;

/** Rejects with `States.Timeout` or `States.HeartbeatTimeout` when the work takes longer than it may. */
export async function withinLimits<Value>(limits: Limits, work: Work<Value>): Promise<Value> {
  const { clock, signal, until, heartbeat } = limits;
  const { controller, release } = under(signal);
  let beaten = clock.now();
  const watchTime = async (time: number): Promise<never> => {
    await clock.until(time, controller.signal);
    throw new StatesError('States.Timeout', '');
  };
  const watchHeart = async (seconds: number): Promise<never> => {
    for (;;) {
      const due = beaten + seconds * 1000;
      await clock.until(due, controller.signal);
      if (clock.now() - due > asleep) beaten = clock.now();
      else if (due === beaten + seconds * 1000) throw new StatesError('States.HeartbeatTimeout', '');
    }
  };
  try {
    const doing = work(controller.signal, () => {
      beaten = clock.now();
    });
    const all: Promise<Value>[] = [doing];
    if (until !== undefined) all.push(watchTime(until));
    if (heartbeat !== undefined) all.push(watchHeart(heartbeat));
    return await untilAborted(Promise.race(all), signal);
  } finally {
    release();
    // What was too slow is to end; where the work is done, nobody listens any more.
    controller.abort(signal.aborted ? signal.reason : stopped('States.Timeout', ''));
  }
}
