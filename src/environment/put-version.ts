import compareBuild from 'semver/functions/compare-build.js';
import increased from 'semver/functions/inc.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { type Manifest, type ManifestFile, manifestBytes } from '../distribution/manifest.js';
import { countProgress, type Progress } from '../distribution/progress.js';
import type { Body, ObjectStore } from '../ports/object-store.js';
import { isDamaged } from '../ports/store-error.js';
import { inParallel } from './in-parallel.js';
import { blobKey, manifestKey } from './keys.js';
import { listVersions, readVersion, type StoredVersion } from './versions.js';

export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly id: string;
  /** False when the store had the version already. */
  readonly isNew: boolean;
  /** Different files, those that the store did not have yet, and the bytes of these. */
  readonly blobs: number;
  readonly sent: number;
  readonly bytes: number;
}

export type Problems = { readonly problems: readonly Problem[] };

/** Hands the checked bytes of a file to `put`; gives a problem where they are not those of its digest. */
export type Supply = (
  file: ManifestFile,
  put: (body: Body) => Promise<boolean>,
) => Promise<Problem | undefined>;

/**
 * Brings a version to a store: the blobs that are missing, then the manifest, which makes it exist. Whatever ends it
 * before, it may begin again. A version that is there with the same id is left as it is, with another one it is a problem.
 */
export async function putVersion(
  store: ObjectStore,
  version: StoredVersion,
  supply: Supply,
  onProgress?: (done: Progress) => void,
): Promise<Shipped | Problems> {
  const { manifest, id } = version;
  const there = await readVersion(store, manifest.name, manifest.version);
  if (there !== undefined && there.id !== id) return { problems: [taken(manifest, there.id)] };
  const shipped = { name: manifest.name, version: manifest.version, id, blobs: blobsOf(manifest).length };
  if (there !== undefined) return { ...shipped, isNew: false, sent: 0, bytes: 0 };
  const sent = await sendMissing(store, manifest, supply, await sharedWith(store, manifest), onProgress);
  if ('problems' in sent) return sent;
  const isNew = await store.putIfAbsent(
    manifestKey(manifest.name, manifest.version),
    manifestBytes(manifest),
  );
  // Another was quicker, perhaps with another id.
  return isNew ? { ...shipped, isNew, ...sent } : putVersion(store, version, supply);
}

/** Puts the blobs of a distribution that are not there yet; of those that are `known` to be there it does not ask. */
export async function sendMissing(
  store: ObjectStore,
  manifest: Manifest,
  supply: Supply,
  known: ReadonlySet<string>,
  onProgress?: (done: Progress) => void,
): Promise<{ readonly sent: number; readonly bytes: number } | Problems> {
  const missing: ManifestFile[] = [];
  const unknown = blobsOf(manifest).filter(({ sha256 }) => !known.has(sha256));
  await inParallel(unknown, async (file) => {
    if (!(await store.has(blobKey(file.sha256)))) missing.push(file);
  });
  const count = onProgress && countProgress(missing, onProgress);
  const problems: Problem[] = [];
  await inParallel(missing, async (file) => {
    let counted = 0;
    const onSent = (bytes: number): void => {
      counted += bytes;
      count?.(bytes, false);
    };
    const found = await supply(file, (body) => store.putIfAbsent(blobKey(file.sha256), body, onSent));
    if (found !== undefined) problems.push(found);
    count?.(file.size - counted, true);
  });
  if (problems.length > 0) return { problems };
  return { sent: missing.length, bytes: missing.reduce((sum, { size }) => sum + size, 0) };
}

/**
 * The digests of a version that is there, the one before if there is any: its blobs are there too, because its manifest
 * came after them. Nothing else has to be asked for where most files stay the same.
 */
async function sharedWith(store: ObjectStore, { name, version }: Manifest): Promise<ReadonlySet<string>> {
  const versions = await listVersions(store, name);
  const nearest = versions.findLast((other) => compareBuild(other, version) < 0) ?? versions.at(-1);
  const found =
    nearest === undefined ? undefined : await readVersion(store, name, nearest).catch(unlessDamaged);
  return new Set(found?.manifest.files.map(({ sha256 }) => sha256));
}

function unlessDamaged(error: unknown): undefined {
  if (!isDamaged(error)) throw error;
}

/** One file for each digest. */
export const blobsOf = ({ files }: Manifest): readonly ManifestFile[] => [
  ...new Map(files.map((file) => [file.sha256, file])).values(),
];

/** A version after this one and before the next: `1.4.1-dev.0` for `1.4.0`, `1.4.1-dev.1` for that. */
const prerelease = (version: string): string => increased(version, 'prerelease', 'dev')!;

function taken({ name, version }: Manifest, id: string): Problem {
  const own = prerelease(version);
  const help = `a version never changes: raise \`Version\` in the plan, or try what it is now as \`--set-version ${own}\``;
  return problem('PLAN7004', { file: manifestKey(name, version) }, { name, version, id }, { help });
}
