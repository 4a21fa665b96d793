import { secondsIn } from '../../language/duration.js';
import { insist } from './insist.js';
import type { JobHost } from './job-host.js';
import { settleBegun } from './settle.js';
import { shiftOf } from './shift.js';

/**
 * Does the jobs of a runner, until there has been none for its `IdleTimeout` or the signal is aborted: those that are at
 * work are ended then, and count as lost.
 */
export async function runJobs(host: JobHost, signal: AbortSignal): Promise<void> {
  const { clock } = host;
  const idle = secondsIn(host.runner.idleTimeout) * 1000;
  const shift = shiftOf(host, signal);
  const done = new AbortController();
  const beating = beat(host, shift.beat, done.signal);
  try {
    const isOver = () => shift.isIdle() && host.queue.isClosed?.() === true;
    for (let last = clock.now(); !signal.aborted && clock.now() - last < idle && !isOver(); ) {
      const received = await insist(() => host.queue.receive(signal), host, signal);
      // Nothing is begun while something of an earlier process may still run.
      for (const { job, progress } of received) {
        if (progress !== undefined)
          await insist(() => settleBegun(host, job, progress, host.runner.name), host, signal);
      }
      for (const { job, progress } of received) if (progress === undefined) shift.take(job);
      if (received.length > 0 || !shift.isIdle()) last = clock.now();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await shift.ended();
    done.abort();
    await beating;
  }
}

async function beat(
  { clock, heartbeat }: JobHost,
  shiftBeat: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await clock.until(clock.now() + heartbeat, signal).catch(() => {});
    if (!signal.aborted) await shiftBeat();
  }
}
