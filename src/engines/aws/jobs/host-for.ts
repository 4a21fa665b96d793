import { randomUUID } from 'node:crypto';
import { updateDocument } from '../../../environment/documents.js';
import type { Clock } from '../../../ports/clock.js';
import type { RunnerSettings } from '../../../ports/jobs.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { type HostRecord, isThere, type RunnerRecord } from './runner-record.js';

/** Milliseconds that a task has until it is there: its images have to be pulled. */
const startup = 5 * 60_000;

export interface Starting {
  readonly store: ObjectStore;
  readonly clock: Clock;
  /** The same token again is the same host. Gives the ARN of its task, undefined when there is no room just now. */
  readonly launch: (
    runner: { readonly key: string; readonly settings: RunnerSettings },
    token: string,
  ) => Promise<string | undefined>;
}

/** Sees that a runner has a host, one at a time. Throws a `StatesError` when none can be started. */
export async function hostFor(
  { store, clock, launch }: Starting,
  key: string,
  settings: RunnerSettings,
): Promise<void> {
  const starting = randomUUID();
  const until = clock.now() + startup;
  const record = await updateDocument<RunnerRecord>(store, key, (found) =>
    found !== undefined && isThere(found, clock.now()) ? found : { settings, host: { starting, until } },
  );
  if (!isStarting(record, starting)) return;
  let task: string | undefined;
  try {
    task = await launch({ key, settings }, starting);
  } finally {
    await setStarting({ store }, key, starting, task === undefined ? undefined : { starting, task, until });
  }
}

/** Changes what is known of a host that is being started; without one, another can be. */
export async function setStarting(
  { store }: Pick<Starting, 'store'>,
  key: string,
  starting: string,
  host: HostRecord | undefined,
): Promise<void> {
  await updateDocument<RunnerRecord>(store, key, (found) =>
    found !== undefined && isStarting(found, starting)
      ? { settings: found.settings, ...(host !== undefined && { host }) }
      : found,
  );
}

const isStarting = (record: RunnerRecord | undefined, starting: string): boolean =>
  record?.host !== undefined && 'starting' in record.host && record.host.starting === starting;
