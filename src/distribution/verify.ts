import { createHash } from 'node:crypto';
import type { Problem } from '../diagnostics/problem.js';
import type { Manifest } from './manifest.js';
import { withDistribution } from './open.js';
import { countProgress, type Progress } from './progress.js';
import { turns } from './turns.js';
import { readData } from './zip/data.js';
import type { Entry } from './zip/records.js';
import { refuse } from './zip/refuse.js';

/** Reads every byte of a distribution and compares it with its digest. Memory stays flat whatever the size. */
export async function verify(
  file: string,
  onProgress?: (done: Progress) => void,
): Promise<{ readonly manifest: Manifest; readonly id: string } | { readonly problems: readonly Problem[] }> {
  return withDistribution(file, async ({ descriptor, manifest, id, entries }) => {
    const count = onProgress && countProgress(entries, onProgress);
    const turn = turns();
    const problems: Problem[] = [];
    for (const [index, entry] of entries.entries()) {
      const found = await checkEntry(descriptor, entry, manifest.files[index]!.sha256, file, (bytes) => {
        count?.(bytes.length, false);
      });
      if (found !== undefined) problems.push(found);
      count?.(0, true);
      await turn();
    }
    return problems.length > 0 ? { problems } : { manifest, id };
  });
}

/** Reads the data of an entry, hands them on, and gives a problem when they are not those of the digest. */
export async function checkEntry(
  descriptor: number,
  entry: Entry,
  sha256: string,
  file: string,
  onData: (bytes: Buffer) => void,
): Promise<Problem | undefined> {
  const digest = createHash('sha256');
  const damaged = await readData(descriptor, entry, file, (bytes) => {
    digest.update(bytes);
    onData(bytes);
  });
  const found = digest.digest('hex');
  if (damaged !== undefined || found === sha256) return damaged;
  const values = { entry: entry.name, what: 'SHA-256', found, expected: sha256 };
  return refuse('PLAN6115', file, values);
}
