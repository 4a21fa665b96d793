import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Event } from '../interpreter/journal.js';
import { parse } from './documents.js';

const newline = 0x0a;
const piece = 65_536;

/** Whole lines of a file from an offset on; the last line may be half written, then it is left out. */
export function readLines(
  file: string,
  from: number,
): { readonly lines: readonly string[]; readonly end: number } {
  const bytes = withDescriptor(file, (descriptor) => {
    const rest = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - from));
    return rest.subarray(0, readSync(descriptor, rest, 0, rest.length, from));
  });
  const length = bytes === undefined ? 0 : bytes.lastIndexOf(newline) + 1;
  if (bytes === undefined || length === 0) return { lines: [], end: from };
  return { lines: bytes.toString('utf8', 0, length - 1).split('\n'), end: from + length };
}

export const parseEvent = (line: string, file: string): Event => parse<Event>(line, file);

/** The last event that is whole, without reading those before it. */
export function lastEvent(file: string): Event | undefined {
  return withDescriptor(file, (descriptor) => {
    let bytes = Buffer.alloc(0);
    for (let from = fstatSync(descriptor).size; from > 0; ) {
      const size = Math.min(piece, from);
      from -= size;
      const before = Buffer.alloc(size);
      readSync(descriptor, before, 0, size, from);
      bytes = Buffer.concat([before, bytes]);
      const end = bytes.lastIndexOf(newline);
      const start = end <= 0 ? -1 : bytes.lastIndexOf(newline, end - 1);
      if (end > 0 && (start >= 0 || from === 0))
        return parseEvent(bytes.toString('utf8', start + 1, end), file);
    }
    return undefined;
  });
}

function withDescriptor<Value>(file: string, use: (descriptor: number) => Value): Value | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads events with an id greater than `after`. Who asks for more and more has each line read once. */
export function historyOf(): (file: string, after: number) => readonly Event[] {
  const read = new Map<string, { readonly id: number; readonly offset: number }>();
  return (file, after) => {
    const known = read.get(file);
    const from = known !== undefined && known.id <= after ? known : { id: 0, offset: 0 };
    const { lines, end } = readLines(file, from.offset);
    read.set(file, { id: from.id + lines.length, offset: end });
    // The event of the first line has the id 1.
    return lines.slice(after - from.id).map((line) => parseEvent(line, file));
  };
}
