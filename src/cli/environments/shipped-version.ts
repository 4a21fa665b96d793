import { problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Version } from '../../environment/records.js';
import { listVersions, readVersion, type StoredVersion } from '../../environment/versions.js';
import { version as versionText } from '../../language/values.js';
import { StoreError } from '../../ports/store-error.js';
import type { Place } from './place.js';

/** `webshop@1.4.0`: a version that was shipped before. */
export const versionPattern = /^([a-z][a-z0-9-]{0,62})@(.+)$/;

const isVersion = new RegExp(versionText.pattern);

/** A version of a distribution that is in a store. */
export interface ShippedVersion extends Version, StoredVersion {
  readonly name: string;
}

/** A version in the store of an environment. Throws a `StoreError` when it is not there. */
export async function shippedVersion(
  { store, name: file, command }: Place,
  environment: string,
  name: string,
  version: string,
): Promise<ShippedVersion> {
  const found = isVersion.test(version) ? await readVersion(store, name, version) : undefined;
  if (found !== undefined) return { name, version, ...found };
  const versions = await listVersions(store, name);
  if (versions.length === 0) {
    const help = `ship it: \`${command('ship', '--env', environment)}\` in the folder of its project`;
    throw new StoreError(problem('PLAN7026', { file }, { name }, { help }));
  }
  const help = didYouMean(version, versions.toReversed(), 'versions');
  throw new StoreError(problem('PLAN7025', { file }, { name, version }, { help }));
}
