import { createDocument, readDocument } from '../../../environment/documents.js';
import type { Progress } from '../../../environment/jobs/job-host.js';
import { jobKey, jobNoteKey, parseJobKey } from '../../../environment/keys.js';
import type { Job } from '../../../ports/jobs.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { isDamaged } from '../../../ports/store-error.js';
import type { StoredJob } from './runner-record.js';

/** Where a job is in the store. */
export const keyOfJob = ({ environment, distribution, deployment, id }: Job): string =>
  jobKey(environment, distribution.name, deployment, id);

/** Who noted how far a job is. */
type Note = Progress & { readonly host: string };

/** False when another host was quicker; the same again changes nothing. */
export async function putNote(
  store: ObjectStore,
  job: string,
  progress: Progress,
  host: string,
): Promise<boolean> {
  const key = jobNoteKey(job, 'answer' in progress ? 'ended' : 'begun');
  if (await createDocument<Note>(store, key, { ...progress, host })) return true;
  return (await readDocument<Note>(store, key))?.host === host;
}

export interface Found {
  readonly job: StoredJob;
  readonly progress: Progress | undefined;
}

/**
 * A job by its key, with how far it is. Undefined when it has come to its end; one that cannot be read has, since nobody can do it:
 * its state ends it by its heartbeat. What a key says about a job is believed, not what is in it.
 */
export async function findJob(store: ObjectStore, key: string): Promise<Found | undefined> {
  // A list tells what is not there to those, too, who may not read what else there is:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestSyntax:~:text=ListBucket
  return jobAmong(store, new Set(await store.list(key.slice(0, -'.json'.length))), key);
}

/** The same, where the keys are known of what is there. */
export async function jobAmong(
  store: ObjectStore,
  keys: ReadonlySet<string>,
  key: string,
): Promise<Found | undefined> {
  if (!keys.has(key)) return undefined;
  try {
    const job = await readDocument<StoredJob>(store, key);
    const note = (['ended', 'begun'] as const)
      .map((what) => jobNoteKey(key, what))
      .find((one) => keys.has(one));
    const progress = note === undefined ? undefined : await readDocument<Note>(store, note);
    // Its note goes after the job itself.
    const isOver = note !== undefined && progress === undefined;
    return job === undefined || isOver || !isNamed(job, key) ? undefined : { job, progress };
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return undefined;
  }
}

function isNamed({ id, environment, distribution, deployment }: StoredJob, key: string): boolean {
  const named = parseJobKey(key);
  return (
    named?.id === id &&
    named.environment === environment &&
    named.name === distribution?.name &&
    named.deployment === deployment
  );
}

/** The job first: without it, what is left means nothing. */
export async function removeJob(store: ObjectStore, key: string): Promise<void> {
  for (const one of [key, jobNoteKey(key, 'begun'), jobNoteKey(key, 'ended')]) await store.delete(one);
}
