import { type Problem, problem } from '../diagnostics/problem.js';
import type { Manifest } from './manifest.js';
import { withDistribution } from './open.js';
import { checkEntry } from './verify.js';

/** Bytes of a part, which is held in memory. */
const largestPart = 256 << 20;

type Problems = { readonly problems: readonly Problem[] };

export interface DistributionReader {
  readonly manifest: Manifest;
  readonly id: string;
  /** Bytes of the zip. */
  readonly size: number;
  /** The bytes of an entry, checked against its digest; undefined when the distribution has none of that path. */
  readonly part: (path: string) => Promise<Buffer | undefined | Problems>;
}

/**
 * Reads a distribution's directory and manifest, and proves that they agree. What the files hold is not read: that is
 * `part` for one of them, `verify` for all.
 */
export async function readDistribution(file: string): Promise<DistributionReader | Problems> {
  return withDistribution(file, async ({ manifest, id, size }) => ({
    manifest,
    id,
    size,
    part: (path) => readPart(file, path),
  }));
}

const readPart = (file: string, path: string): ReturnType<DistributionReader['part']> =>
  withDistribution(file, async ({ descriptor, manifest, entries }) => {
    const index = entries.findIndex(({ name }) => name === path);
    if (index === -1) return undefined;
    const entry = entries[index]!;
    if (entry.size > largestPart) {
      const values = { what: `entry \`${path}\``, bytes: entry.size, limit: largestPart };
      const help = 'unpack it with `unzip`; `plancc verify` reads entries of any size';
      return { problems: [problem('PLAN6119', { file }, values, { help })] };
    }
    const chunks: Buffer[] = [];
    const found = await checkEntry(descriptor, entry, manifest.files[index]!.sha256, file, (bytes) =>
      chunks.push(bytes),
    );
    return found === undefined ? Buffer.concat(chunks) : { problems: [found] };
  });
