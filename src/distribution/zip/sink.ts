import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/** A file being written. Every function throws the system's error when the file cannot be written. */
export interface Sink {
  readonly position: () => number;
  readonly append: (bytes: Buffer) => void;
  /** Writes over what one earlier append has written; the position stays. */
  readonly patch: (bytes: Buffer, position: number) => void;
  /** Goes back to an earlier position: what was appended after it is forgotten. */
  readonly rewind: (position: number) => void;
  /** Hands everything to the system, and ends the file at the position. */
  readonly flush: () => void;
  /** The same, and waits until it is on the disk. */
  readonly sync: () => void;
  readonly close: () => void;
}

/** Creates a file, which must not exist, whose small appends are gathered: a system call per entry costs more than the copy. */
export function createSink(path: string): Sink {
  const file = openSync(path, 'wx');
  const gathered = Buffer.allocUnsafeSlow(1 << 20);
  let used = 0;
  let written = 0;

  const write = (bytes: Buffer, position: number) => {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(file, bytes, done, bytes.length - done, position + done);
    }
  };
  const empty = () => {
    write(gathered.subarray(0, used), written);
    written += used;
    used = 0;
  };
  const flush = () => {
    empty();
    ftruncateSync(file, written);
  };
  return {
    position: () => written + used,
    append(bytes) {
      if (used + bytes.length > gathered.length) empty();
      if (bytes.length > gathered.length) {
        write(bytes, written);
        written += bytes.length;
      } else {
        used += bytes.copy(gathered, used);
      }
    },
    patch(bytes, position) {
      if (position >= written) bytes.copy(gathered, position - written);
      else write(bytes, position);
    },
    rewind(position) {
      used = Math.max(0, position - written);
      written = Math.min(written, position);
    },
    flush,
    sync() {
      flush();
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}
