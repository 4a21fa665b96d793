import { updateDocument } from '../../../environment/documents.js';
import type { Clock } from '../../../ports/clock.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { isThere, type RunnerRecord } from './runner-record.js';

/** That this process, and no other one, does the jobs of a runner. */
export interface Hold {
  /** Is aborted when another process may do them, too. */
  readonly lost: AbortSignal;
  /** Lets others do them. */
  readonly release: () => Promise<void>;
}

/** Undefined when another process does the jobs of the runner. `lease` is in milliseconds. */
export async function hold(
  { store, clock }: { readonly store: ObjectStore; readonly clock: Clock },
  key: string,
  host: string,
  lease: number,
): Promise<Hold | undefined> {
  const change = (may: (record: RunnerRecord) => boolean, mine: boolean): Promise<RunnerRecord | undefined> =>
    updateDocument<RunnerRecord>(store, key, (record) => {
      if (record === undefined || !may(record)) return record;
      const { settings } = record;
      return mine ? { settings, host: { running: host, until: clock.now() + lease } } : { settings };
    });
  const isMine = (record: RunnerRecord | undefined): boolean => runningIn(record) === host;

  let until = clock.now() + lease;
  const isFree = (record: RunnerRecord): boolean =>
    !isThere(record, clock.now()) || runningIn(record) === undefined || isMine(record);
  if (!isMine(await change(isFree, true))) return undefined;
  const lost = new AbortController();
  const renew = async (): Promise<void> => {
    const next = clock.now() + lease;
    if (isMine(await change(isMine, true))) until = Math.max(until, next);
    else lost.abort();
  };
  const timer = setInterval(() => {
    if (clock.now() >= until) lost.abort();
    // Who cannot be asked now is asked again, until it is too late.
    else renew().catch(() => {});
  }, lease / 3);
  const release = async (): Promise<void> => {
    clearInterval(timer);
    await change(isMine, false);
  };
  return { lost: lost.signal, release };
}

const runningIn = (record: RunnerRecord | undefined): string | undefined =>
  record?.host !== undefined && 'running' in record.host ? record.host.running : undefined;
