import compareBuild from 'semver/functions/compare-build.js';
import validVersion from 'semver/functions/valid.js';
import { problem } from '../diagnostics/problem.js';
import { distributionId, type Manifest } from '../distribution/manifest.js';
import { parseManifest } from '../distribution/manifest-shape.js';
import type { ObjectStore } from '../ports/object-store.js';
import { StoreError } from '../ports/store-error.js';
import { faulty, readBlob } from './blobs.js';
import { manifestKey, versionsPrefix } from './keys.js';

/** A version of a distribution that is in a store. */
export interface StoredVersion {
  readonly manifest: Manifest;
  readonly id: string;
}

/** Undefined when there is no such version. Throws a `StoreError` when its manifest is not valid. */
export async function readVersion(
  store: ObjectStore,
  name: string,
  version: string,
): Promise<StoredVersion | undefined> {
  const key = manifestKey(name, version);
  const found = await store.get(key);
  if (found === undefined) return undefined;
  const read = parseManifest(found.body);
  if ('manifest' in read) {
    const { manifest } = read;
    if (manifest.name === name && manifest.version === version) {
      return { manifest, id: distributionId(found.body) };
    }
  }
  const help = `run \`plancc ship --repair\` with the zip of ${name} ${version}`;
  throw new StoreError(problem('PLAN7002', { file: key }, { key, reason: reasonOf(read) }, { help }));
}

function reasonOf(read: ReturnType<typeof parseManifest>): string {
  if ('reason' in read) return read.reason;
  return 'manifest' in read
    ? `is the manifest of ${read.manifest.name} ${read.manifest.version}`
    : `has format ${read.otherFormat}; this plancc reads format 1`;
}

/** The versions of a distribution, the lowest first. */
export async function listVersions(store: ObjectStore, name: string): Promise<readonly string[]> {
  const prefix = versionsPrefix(name);
  const versions = (await store.list(prefix)).flatMap((key) => {
    const version = key.slice(prefix.length, key.lastIndexOf('/'));
    return key === manifestKey(name, version) && validVersion(version) === version.split('+')[0]
      ? [version]
      : [];
  });
  return versions.sort(compareBuild);
}

/**
 * The bytes of an entry of a distribution, checked against its digest; undefined when it has none of that path. Throws a
 * `StoreError` when the store does not hold them.
 */
export async function readPart(
  store: ObjectStore,
  manifest: Manifest,
  path: string,
): Promise<Buffer | undefined> {
  const file = manifest.files.find((one) => one.path === path);
  if (file === undefined) return undefined;
  const bytes = await readBlob(store, file);
  if (typeof bytes === 'string') throw faulty(manifest, file, bytes);
  return bytes;
}
