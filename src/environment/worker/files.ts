import { hash } from 'node:crypto';
import type { Address } from '../../cloudformation/asset-address.js';
import { distributionId, type Manifest } from '../../distribution/manifest.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { Files } from '../../states/run-context.js';
import { blobKey, manifestKey } from '../keys.js';
import type { Payload } from '../records.js';

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
  const { files, assets } = await readManifest(distribution, store);
  const addressOf = (key: string): Address => ({ bucket, key, url: `${url}/${key}` });
  const keyOf = (entry: string): string => {
    const found = files.find(({ path }) => path === entry);
    if (found === undefined) throw new Error(`${shown(distribution)} has no entry \`${entry}\``);
    return blobKey(found.sha256);
  };
  return {
    assets,
    address: (entry) => addressOf(keyOf(entry)),
    text: async (entry) => {
      const key = keyOf(entry);
      const found = await store.get(key);
      if (found === undefined || blobKey(hash('sha256', found.body)) !== key) {
        throw new Error(`\`${entry}\` of ${shown(distribution)} is not in the store as it was shipped`);
      }
      return found.body.toString('utf8');
    },
    put: async (text) => {
      const body = Buffer.from(text);
      const key = blobKey(hash('sha256', body));
      await store.putIfAbsent(key, body);
      return addressOf(key);
    },
  };
}

async function readManifest(distribution: Payload['distribution'], store: ObjectStore): Promise<Manifest> {
  const found = await store.get(manifestKey(distribution.name, distribution.version));
  if (found === undefined) throw new Error(`${shown(distribution)} is not in the store`);
  if (distributionId(found.body) !== distribution.id) {
    throw new Error(`${shown(distribution)} in the store is not the one that was requested`);
  }
  return JSON.parse(found.body.toString('utf8')) as Manifest;
}

const shown = ({ name, version }: Payload['distribution']): string => `\`${name}\` ${version}`;
