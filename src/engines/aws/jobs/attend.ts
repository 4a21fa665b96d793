import { jobsPrefix, parseJobKey } from '../../../environment/keys.js';
import { type AttendWorld, attendRunner } from './attend-runner.js';
import { type Found, jobAmong, removeJob } from './notes.js';

/**
 * Sees to the jobs of an environment whose runner has no host at work: says for them that they wait, has a host started, and
 * tells those whose host was lost or cannot be started. To be called every minute or so; safe at any time. Gives what
 * kept it from some.
 */
export async function attendJobs(world: AttendWorld, environment: string): Promise<readonly unknown[]> {
  const { store } = world;
  const troubles: unknown[] = [];
  const attempt = (work: Promise<void>) => work.catch((trouble: unknown) => void troubles.push(trouble));
  const keys = new Set(await store.list(jobsPrefix(environment)));
  const byRunner = new Map<string, Found[]>();
  const look = async (key: string): Promise<void> => {
    const found = await jobAmong(store, keys, key);
    if (found === undefined) return removeJob(store, key);
    const { runnerKey } = found.job;
    byRunner.set(runnerKey, [...(byRunner.get(runnerKey) ?? []), found]);
  };
  for (const key of keys) if (parseJobKey(key) !== undefined) await attempt(look(key));
  for (const key of leftOver(keys)) await attempt(store.delete(key));
  for (const [runner, found] of byRunner) await attempt(attendRunner(world, runner, found));
  return troubles;
}

/** Notes of jobs that are no more. */
const leftOver = (keys: ReadonlySet<string>): readonly string[] =>
  [...keys].filter((key) => {
    const [, job] = /^(.*)\.(?:begun|ended)\.json$/.exec(key) ?? [];
    return job !== undefined && !keys.has(`${job}.json`);
  });
