import type { Job } from '../../ports/jobs.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { StatesError } from '../../ports/states-error.js';
import { unpack } from '../unpack.js';
import { readVersion } from '../versions.js';

/** Puts the files of a job's distribution into a folder that is not there yet. Throws when the store has another one. */
export async function unpackVersion(
  store: ObjectStore,
  { name, version, id }: Job['distribution'],
  folder: string,
): Promise<void> {
  const stored = await readVersion(store, name, version);
  if (stored?.id !== id) {
    const reason =
      stored === undefined ? 'is not in the store' : 'in the store is not the one that was requested';
    throw new StatesError('JobFailed', `\`${name}\` ${version} ${reason}`);
  }
  await unpack(store, stored.manifest, folder);
}
