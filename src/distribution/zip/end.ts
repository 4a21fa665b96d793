import { type Problem, problem } from '../../diagnostics/problem.js';
import { readAt } from './read-at.js';
import {
  endRecords,
  endSignature,
  localSignature,
  zip64EndSignature,
  zip64LocatorSignature,
} from './records.js';
import { again, nameAnother, refuse } from './refuse.js';

/** Where the central directory of a zip lies. */
export interface DirectoryPlace {
  readonly entries: number;
  readonly offset: number;
  readonly size: number;
}

const endSize = 22;
const zip64Size = 56 + 20;
const longestComment = 0xffff;

/** Finds the central directory of a zip of `size` bytes. Nothing may follow the records that tell. */
export function findDirectory(file: number, size: number, shown: string): DirectoryPlace | Problem {
  const place = { file: shown };
  const tail = readAt(
    file,
    Math.max(0, size - endSize - longestComment),
    Math.min(size, endSize + longestComment),
  );
  const found = lastEnd(tail);
  if (found === undefined) {
    const startsAsZip = size >= 4 && readAt(file, 0, 4).readUInt32LE(0) === localSignature;
    return startsAsZip
      ? problem('PLAN6103', place, {}, { help: again })
      : problem('PLAN6102', place, { size }, { help: nameAnother(shown) });
  }
  const after = tail.length - found - endSize;
  if (after > 0) return refuse('PLAN6104', shown, { bytes: after, where: 'at its end' });

  const end = size - endSize;
  const directory = readEnd(tail.subarray(found), file, end);
  const malformed = refuse('PLAN6118', shown, { what: 'the end of the zip' });
  if (!Object.values(directory).every(Number.isSafeInteger)) return malformed;
  const expected = endRecords(directory.entries, directory.size, directory.offset);
  const start = size - expected.length;
  if (start < 0 || !readAt(file, start, expected.length).equals(expected)) return malformed;
  const between = start - directory.offset - directory.size;
  if (between > 0) return refuse('PLAN6104', shown, { bytes: between, where: 'before its directory' });
  if (between < 0) return problem('PLAN6103', place, {}, { help: again });
  return directory;
}

function lastEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endSignature) return at;
  }
  return undefined;
}

function readEnd(record: Buffer, file: number, end: number): DirectoryPlace {
  const zip64 = end >= zip64Size ? readAt(file, end - zip64Size, zip64Size) : undefined;
  if (zip64?.readUInt32LE(0) === zip64EndSignature && zip64.readUInt32LE(56) === zip64LocatorSignature) {
    return {
      entries: Number(zip64.readBigUInt64LE(32)),
      size: Number(zip64.readBigUInt64LE(40)),
      offset: Number(zip64.readBigUInt64LE(48)),
    };
  }
  return {
    entries: record.readUInt16LE(10),
    size: record.readUInt32LE(12),
    offset: record.readUInt32LE(16),
  };
}
