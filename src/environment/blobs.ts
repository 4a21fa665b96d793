import { createHash, hash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem } from '../diagnostics/problem.js';
import { atExit } from '../distribution/at-exit.js';
import type { Manifest, ManifestFile } from '../distribution/manifest.js';
import { turns } from '../distribution/turns.js';
import type { Body, ObjectStore } from '../ports/object-store.js';
import { StoreError } from '../ports/store-error.js';
import { blobKey } from './keys.js';
import { orRefused } from './refused.js';

/** What can be the matter with a blob. */
export type Fault = 'missing' | 'damaged';

/** Files of more bytes are never held in memory. */
const largest = 4 << 20;
export const isLarge = ({ size }: ManifestFile): boolean => size > largest;

/** The bytes of a file of a distribution, checked against its digest. */
export async function readBlob(
  store: Pick<ObjectStore, 'get'>,
  { sha256 }: ManifestFile,
): Promise<Buffer | Fault> {
  const found = await store.get(blobKey(sha256));
  if (found === undefined) return 'missing';
  return hash('sha256', found.body) === sha256 ? found.body : 'damaged';
}

/** The same, to a file that is not there yet. */
export async function downloadBlob(
  store: Pick<ObjectStore, 'download'>,
  { sha256 }: ManifestFile,
  target: string,
): Promise<Fault | undefined> {
  if (!(await store.download(blobKey(sha256), target))) return 'missing';
  return (await orRefused(target, () => digestOf(target))) === sha256 ? undefined : 'damaged';
}

/** Hands the checked bytes of a file of a distribution to `use`, many of them in a temporary file. */
export async function withBlob(
  store: Pick<ObjectStore, 'get' | 'download'>,
  file: ManifestFile,
  use: (body: Body) => Promise<unknown>,
): Promise<Fault | undefined> {
  if (!isLarge(file)) {
    const bytes = await readBlob(store, file);
    if (typeof bytes === 'string') return bytes;
    await use(bytes);
    return undefined;
  }
  return withTemporary(async (temporary) => {
    const fault = await downloadBlob(store, file, temporary);
    if (fault === undefined) await use({ file: temporary });
    return fault;
  });
}

/**
 * Puts bytes under their digest; gives the key. Who may ship may put anything there first, and CloudFormation compares no
 * digests: what is there already has to be the same. Throws a `StoreError` otherwise.
 */
export async function putBlob(
  store: Pick<ObjectStore, 'get' | 'putIfAbsent'>,
  body: Buffer,
): Promise<string> {
  const key = blobKey(hash('sha256', body));
  if ((await store.putIfAbsent(key, body)) || (await store.get(key))?.body.equals(body)) return key;
  const help = 'ask those who may ship distributions who has put it there, and why';
  const reason = 'is not what its digest says';
  throw new StoreError(problem('PLAN7002', { file: key }, { key, reason }, { help }));
}

/** Says that a file of a distribution cannot be had from the store, and what mends it. */
export function faulty(
  { name, version }: Manifest,
  { path, sha256 }: ManifestFile,
  fault: Fault,
): StoreError {
  const help = `run \`plancc ship --repair\` with the zip of ${name} ${version}`;
  const values = { name, version, entry: path, fault };
  return new StoreError(problem('PLAN7005', { file: blobKey(sha256) }, values, { help }));
}

/** Gives the path of a temporary file, which is not there yet and is removed afterwards. */
export function withTemporary<T>(use: (file: string) => Promise<T>): Promise<T> {
  return orRefused(tmpdir(), async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plancc-'));
    const remove = () => rmSync(folder, { recursive: true, force: true });
    const forget = atExit(remove);
    try {
      return await use(join(folder, 'blob'));
    } finally {
      remove();
      forget();
    }
  });
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  const stretch = Buffer.allocUnsafe(1 << 20);
  const turn = turns();
  const descriptor = openSync(file, 'r');
  try {
    for (let read = -1; read !== 0; await turn()) {
      read = readSync(descriptor, stretch);
      digest.update(stretch.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
  return digest.digest('hex');
}
