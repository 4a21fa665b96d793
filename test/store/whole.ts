import { hash } from 'node:crypto';
import { blobKey } from '../../src/environment/keys.js';
import { readVersion } from '../../src/environment/versions.js';
import type { ObjectStore } from '../../src/ports/object-store.js';

/** The keys of a store at which something else lies than they say, and files of versions that are not there. */
export async function faultsIn(store: ObjectStore): Promise<readonly string[]> {
  const faults: string[] = [];
  const blobs = await store.list(blobKey(''));
  for (const key of blobs) {
    const { body } = (await store.get(key))!;
    if (blobKey(hash('sha256', body)) !== key) faults.push(key);
  }
  for (const key of await store.list('distributions/')) {
    const [, name, version] = key.split('/');
    const { manifest } = (await readVersion(store, name!, version!))!;
    for (const { path, sha256 } of manifest.files) {
      if (!blobs.includes(blobKey(sha256))) faults.push(`${name} ${version} ${path}`);
    }
  }
  return faults;
}
