import type { Progress } from '../distribution/progress.js';
import type { ObjectStore } from '../ports/object-store.js';
import { downloadBlob, faulty, isLarge, readBlob, withTemporary } from './blobs.js';
import { type Problems, putVersion, type Shipped, type Supply } from './put-version.js';
import { readVersion } from './versions.js';

/**
 * Brings a version from one store to another: the same manifest, so the same id, and the blobs that are missing there.
 * Undefined when the first has no such version. Throws a `StoreError` when a blob of it is missing or damaged.
 */
export async function copyVersion(
  from: ObjectStore,
  to: ObjectStore,
  name: string,
  version: string,
  onProgress?: (done: Progress) => void,
): Promise<Shipped | Problems | undefined> {
  const found = await readVersion(from, name, version);
  if (found === undefined) return undefined;
  const supply: Supply = async (file, put) => {
    if (!isLarge(file)) {
      const bytes = await readBlob(from, file);
      if (typeof bytes === 'string') throw faulty(found.manifest, file, bytes);
      await put(bytes);
      return undefined;
    }
    return withTemporary(async (temporary) => {
      const fault = await downloadBlob(from, file, temporary);
      if (fault !== undefined) throw faulty(found.manifest, file, fault);
      await put({ file: temporary });
      return undefined;
    });
  };
  return putVersion(to, found, supply, onProgress);
}
