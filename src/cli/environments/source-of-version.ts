import type { Version } from '../../environment/records.js';
import { readPart, readVersion } from '../../environment/versions.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { StoreError } from '../../ports/store-error.js';
import { type Source, sourceOf } from '../why/source.js';

/** The plan of a version in a store, with the places of its states; undefined when there is no such version. */
export async function sourceOfVersion(
  store: ObjectStore,
  { name, version, id }: Version & { readonly name: string },
): Promise<Source | undefined> {
  const found = await readVersion(store, name, version);
  if (found?.id !== id) return undefined;
  const { manifest } = found;
  const source = await sourceOf(
    { manifest, part: (path) => readPart(store, manifest, path) },
    `${name} ${version}`,
  );
  if ('problems' in source) throw new StoreError(source.problems[0]!);
  return source;
}
