import { hash } from 'node:crypto';
import type { Address } from '../../cloudformation/asset-address.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { Files } from '../../states/run-context.js';
import { manifestOf } from '../deployments.js';
import { blobKey } from '../keys.js';
import type { Payload } from '../records.js';
import { readPart } from '../versions.js';

/** How CloudFormation knows the environment's store. */
export interface StoreAddress {
  readonly bucket: string;
  /** `https://…` of the bucket, without a slash at its end. */
  readonly url: string;
}

/** The entries of a distribution in the store. Throws when what is there is not what was shipped. */
export async function filesOf(
  distribution: Payload['distribution'],
  store: ObjectStore,
  { bucket, url }: StoreAddress,
): Promise<Files> {
  const manifest = await manifestOf(store, distribution);
  const missing = (entry: string) =>
    new Error(`${manifest.name} ${manifest.version} has no entry \`${entry}\``);
  const addressOf = (key: string): Address => ({ bucket, key, url: `${url}/${key}` });
  return {
    assets: manifest.assets,
    text: async (entry) => {
      const bytes = await readPart(store, manifest, entry);
      if (bytes === undefined) throw missing(entry);
      return bytes.toString('utf8');
    },
    address: (entry) => {
      const file = manifest.files.find(({ path }) => path === entry);
      if (file === undefined) throw missing(entry);
      return addressOf(blobKey(file.sha256));
    },
    put: async (text) => {
      const body = Buffer.from(text);
      const key = blobKey(hash('sha256', body));
      await store.putIfAbsent(key, body);
      return addressOf(key);
    },
  };
}
