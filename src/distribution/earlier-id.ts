import { closeSync, openSync, readSync } from 'node:fs';
import { distributionId, manifestName } from './manifest.js';

const headerSize = 30;
const signature = 0x04034b50;

/** The id of the distribution that a file is, as far as its first entry tells; undefined where it is none. */
export function earlierId(path: string): string | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const read = (length: number, from: number): Buffer => {
        const bytes = Buffer.alloc(length);
        return bytes.subarray(0, readSync(file, bytes, 0, length, from));
      };
      const header = read(headerSize, 0);
      const size = header.readUInt32LE(22);
      const behind = headerSize + header.readUInt16LE(26) + header.readUInt16LE(28);
      const name = read(manifestName.length, headerSize).toString();
      const isStored = header.readUInt32LE(0) === signature && header.readUInt16LE(8) === 0;
      return isStored && name === manifestName && size < 1 << 28
        ? distributionId(read(size, behind))
        : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
