import type { Address } from '../../cloudformation/asset-address.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { OtherStore, StoreAddress } from '../../ports/stacks.js';
import type { Files } from '../../states/run-context.js';
import { faulty, putBlob, withBlob } from '../blobs.js';
import { manifestOf } from '../deployments.js';
import { blobKey } from '../keys.js';
import type { Payload } from '../records.js';
import { readPart } from '../versions.js';

/** The environment's store, as CloudFormation knows it, too. */
export interface Home extends StoreAddress {
  readonly store: ObjectStore;
}

/**
 * The entries of a distribution in the store. Throws when what is there is not what was shipped. Where CloudFormation cannot
 * fetch from this store, what it needs is copied into another one.
 */
export async function filesOf(
  distribution: Payload['distribution'],
  { store, ...own }: Home,
  other: OtherStore | undefined,
): Promise<Files> {
  const manifest = await manifestOf(store, distribution);
  const missing = (entry: string) =>
    new Error(`${manifest.name} ${manifest.version} has no entry \`${entry}\``);
  const { bucket, url } = other ?? own;
  const target = other?.store ?? store;
  const addressOf = (key: string): Address => ({ bucket, key, url: `${url}/${key}` });
  return {
    assets: manifest.assets,
    text: async (entry) => {
      const bytes = await readPart(store, manifest, entry);
      if (bytes === undefined) throw missing(entry);
      return bytes.toString('utf8');
    },
    address: async (entry) => {
      const file = manifest.files.find(({ path }) => path === entry);
      if (file === undefined) throw missing(entry);
      const key = blobKey(file.sha256);
      const copy = other !== undefined && !(await other.store.has(key));
      const fault =
        (copy && (await withBlob(store, file, (body) => other.store.putIfAbsent(key, body)))) ||
        // CloudFormation compares no digests, and who may ship may have put anything there.
        (await withBlob(target, file, async () => {}));
      if (fault !== undefined) throw faulty(manifest, file, fault);
      return addressOf(key);
    },
    put: async (text) => addressOf(await putBlob(target, Buffer.from(text))),
  };
}
