import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Manifest, ManifestFile } from '../distribution/manifest.js';
import type { ObjectStore } from '../ports/object-store.js';
import { downloadBlob, type Fault, faulty, isLarge, readBlob } from './blobs.js';
import { inParallel } from './in-parallel.js';
import { orRefused } from './refused.js';

const prefix = 'files/';

/**
 * Puts the project's files of a distribution into a folder that is not there yet, with their modes, each checked against its
 * digest. They are copies: whoever changes them changes nothing in the store. Nothing stays when it fails.
 */
export function unpack(store: ObjectStore, manifest: Manifest, folder: string): Promise<void> {
  const top = resolve(folder);
  return orRefused(top, async () => {
    mkdirSync(dirname(top), { recursive: true });
    mkdirSync(top);
    try {
      const files = manifest.files.filter(({ path }) => path.startsWith(prefix));
      const targetOf = ({ path }: ManifestFile): string => join(top, path.slice(prefix.length));
      for (const parent of new Set(files.map((file) => dirname(targetOf(file))))) {
        mkdirSync(parent, { recursive: true });
      }
      await inParallel(files, async (file) => {
        const fault = await write(store, file, targetOf(file));
        if (fault !== undefined) throw faulty(manifest, file, fault);
      });
    } catch (error) {
      rmSync(top, { recursive: true, force: true });
      throw error;
    }
  });
}

async function write(store: ObjectStore, file: ManifestFile, target: string): Promise<Fault | undefined> {
  if (isLarge(file)) {
    const fault = await downloadBlob(store, file, target);
    if (fault !== undefined) return fault;
  } else {
    const bytes = await readBlob(store, file);
    if (typeof bytes === 'string') return bytes;
    writeFileSync(target, bytes, { flag: 'wx' });
  }
  chmodSync(target, Number.parseInt(file.mode, 8));
  return undefined;
}
