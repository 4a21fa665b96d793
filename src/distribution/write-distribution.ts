import { crc32 } from 'node:zlib';
import type { Problem } from '../diagnostics/problem.js';
import {
  distributionId,
  type Manifest,
  type ManifestAsset,
  type ManifestHeader,
  type Mode,
  manifestBytes,
  manifestName,
  modeText,
} from './manifest.js';
import { appendDirectory } from './zip/archive.js';
import type { Content } from './zip/pieces.js';
import { type Entry, localHeader } from './zip/records.js';
import { createSink } from './zip/sink.js';
import { type WriteOptions, writeEntries } from './zip/write.js';

export interface Distribution {
  readonly header: ManifestHeader;
  readonly assets: readonly ManifestAsset[];
  /** Everything but the manifest, in the order of the zip. */
  readonly contents: readonly Content[];
}

/**
 * Writes the zip of a distribution to a file that must not exist. Gives its id and its size in bytes, or the problem
 * that ended it; throws the system's error when the file cannot be written.
 */
export async function writeDistribution(
  target: string,
  distribution: Distribution,
  options: WriteOptions,
): Promise<{ readonly id: string; readonly size: number } | Problem> {
  const sink = createSink(target);
  try {
    // The manifest comes first, but the digests in it are known last. Its size is known at once: its place is kept.
    const unknown = distribution.contents.map(() => '0'.repeat(64));
    sink.append(manifestRecord(manifestBytes(manifestOf(distribution, unknown))).record);
    const written = await writeEntries(sink, distribution.contents, options);
    if ('code' in written) return written;
    const digests = written.map(({ sha256 }) => sha256);
    const bytes = manifestBytes(manifestOf(distribution, digests));
    const { entry, record } = manifestRecord(bytes);
    sink.patch(record, 0);
    appendDirectory(sink, [entry, ...written.map((one) => one.entry)]);
    sink.sync();
    return { id: distributionId(bytes), size: sink.position() };
  } finally {
    sink.close();
  }
}

const manifestOf = ({ header, assets, contents }: Distribution, digests: readonly string[]): Manifest => ({
  ...header,
  format: 1,
  assets,
  files: contents.map(({ name, size, mode }, index) => ({
    path: name,
    size,
    sha256: digests[index]!,
    mode: modeText(mode) as Mode,
  })),
});

function manifestRecord(bytes: Buffer): { readonly entry: Entry; readonly record: Buffer } {
  const size = bytes.length;
  const crc = crc32(bytes);
  const entry = { name: manifestName, method: 0, crc, size, compressed: size, mode: 0o644, offset: 0 };
  return { entry, record: Buffer.concat([localHeader(entry), bytes]) };
}
