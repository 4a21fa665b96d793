import type { Problem } from '../diagnostics/problem.js';
import type { OpenDistribution } from '../distribution/open.js';
import { checkEntry } from '../distribution/verify.js';
import { createSink } from '../distribution/zip/sink.js';
import { isLarge, withTemporary } from './blobs.js';
import type { Supply } from './put-version.js';

/** Takes files out of the zip of a distribution. */
export function supplyFromZip(zip: string, { descriptor, entries }: OpenDistribution): Supply {
  const entryOf = new Map(entries.map((entry) => [entry.name, entry]));
  return async (file, put) => {
    const read = (onData: (bytes: Buffer) => void): Promise<Problem | undefined> =>
      checkEntry(descriptor, entryOf.get(file.path)!, file.sha256, zip, onData);
    if (!isLarge(file)) {
      const chunks: Buffer[] = [];
      const found = await read((bytes) => chunks.push(bytes));
      if (found === undefined) await put(Buffer.concat(chunks));
      return found;
    }
    return withTemporary(async (temporary) => {
      const sink = createSink(temporary);
      try {
        const found = await read(sink.append);
        if (found !== undefined) return found;
        sink.flush();
      } finally {
        sink.close();
      }
      await put({ file: temporary });
      return undefined;
    });
  };
}
