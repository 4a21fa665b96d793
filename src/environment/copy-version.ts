import type { Progress } from '../distribution/progress.js';
import type { ObjectStore } from '../ports/object-store.js';
import { faulty, withBlob } from './blobs.js';
import { type Problems, putVersion, type Shipped, type Supply } from './put-version.js';
import type { StoredVersion } from './versions.js';

/**
 * Brings a version from one store to another: the same manifest, so the same id, and the blobs that are missing there.
 * Throws a `StoreError` when a blob of it is missing or damaged.
 */
export async function copyVersion(
  from: ObjectStore,
  to: ObjectStore,
  version: StoredVersion,
  onProgress?: (done: Progress) => void,
): Promise<Shipped | Problems> {
  const supply: Supply = async (file, put) => {
    const fault = await withBlob(from, file, put);
    if (fault !== undefined) throw faulty(version.manifest, file, fault);
    return undefined;
  };
  return putVersion(to, version, supply, onProgress);
}
