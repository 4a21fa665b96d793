import type { Manifest } from '../distribution/manifest.js';
import type { ObjectStore } from '../ports/object-store.js';
import { isDamaged } from '../ports/store-error.js';
import { withBlob } from './blobs.js';
import { inParallel } from './in-parallel.js';
import { blobKey, manifestKey } from './keys.js';
import { blobsOf } from './put-version.js';
import { readVersion } from './versions.js';

/** Removes of a version what is not what it should be, so that it can be put again. */
export async function removeDamaged(store: ObjectStore, manifest: Manifest): Promise<void> {
  const { name, version } = manifest;
  await inParallel(blobsOf(manifest), async (file) => {
    const fault = await withBlob(store, file, async () => {});
    if (fault === 'damaged') await store.delete(blobKey(file.sha256));
  });
  try {
    await readVersion(store, name, version);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    await store.delete(manifestKey(name, version));
  }
}
