import { closeSync, fdatasync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Journal } from '../interpreter/journal.js';
import { parseEvent, readLines } from './history.js';

/** A journal in a file. */
export interface OpenJournal extends Journal {
  /** Until no power cut can take away what was appended: that takes too long to wait for it after each event. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

/** The journal of an execution in its file, one event a line. Only one process at a time may hold it. */
export function openJournal(file: string): OpenJournal {
  const { lines, end } = readLines(file, 0);
  const descriptor = openSync(file, 'a');
  // What a process that was killed had begun to write.
  ftruncateSync(descriptor, end);
  let length = end;
  return {
    events: lines.map((line) => parseEvent(line, file)),
    append: (event) => {
      const bytes = Buffer.from(`${JSON.stringify(event)}\n`);
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      } catch (error) {
        ftruncateSync(descriptor, length);
        throw error;
      }
      length += bytes.length;
    },
    settled: () => promisify(fdatasync)(descriptor),
    close: () => closeSync(descriptor),
  };
}
