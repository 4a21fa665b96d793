import type { Problem } from '../../diagnostics/problem.js';
import { type Content, readPieces } from './pieces.js';
import { centralRecord, type Entry, endRecords } from './records.js';
import { createSink, type Sink } from './sink.js';
import { type WriteOptions, writeEntries } from './write.js';

/** Appends what ends a zip: the central directory of its entries, and where that lies. */
export function appendDirectory(sink: Sink, entries: readonly Entry[]): void {
  const start = sink.position();
  for (const entry of entries) sink.append(centralRecord(entry));
  sink.append(endRecords(entries.length, sink.position() - start, start));
}

/** Writes a zip of its own. Gives it as the content of another, or the problem that ended it. */
export async function writeZip(
  target: string,
  contents: readonly Content[],
  shown: string,
  options: WriteOptions,
): Promise<{ readonly zip: Content; readonly sha256: string } | Problem> {
  const sink = createSink(target);
  try {
    const written = await writeEntries(sink, contents, options);
    if ('code' in written) return written;
    appendDirectory(
      sink,
      written.map(({ entry }) => entry),
    );
    sink.flush();
    const zip: Content = { name: '', mode: 0o644, size: sink.position(), from: target, shown };
    const sha256 = digestOf(zip);
    return typeof sha256 === 'string' ? { zip, sha256 } : sha256;
  } finally {
    sink.close();
  }
}

function digestOf(content: Content): string | Problem {
  let digest = '';
  for (const piece of readPieces([content], 1)) {
    if ('code' in piece) return piece;
    digest = piece.sha256;
  }
  return digest;
}
