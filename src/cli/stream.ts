import { fstatSync, readSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { largest } from '../source/size.js';

/** Standard output or standard error. */
export interface Stream {
  readonly write: (text: string | Buffer) => void;
  readonly isTerminal: () => boolean;
  readonly colour: () => boolean;
  /** A terminal that can write over what it shows. */
  readonly live: () => boolean;
  /** Width of the terminal that shows it; undefined when it is a file or a pipe. */
  readonly columns: () => number | undefined;
  /** Its height. */
  readonly rows: () => number | undefined;
}

/**
 * Written directly, and asked what it is only when that matters: `process.stdout` costs 4 ms to set up, a tenth of a
 * run, and is needed for terminals alone.
 */
export function standardStream(fd: 1 | 2, device: () => NodeJS.WriteStream): Stream {
  const isTerminal = () => isDevice(fd) && device().isTTY;
  let closed = false;
  return {
    write: (text) => {
      if (!closed) closed = !writeAll(fd, typeof text === 'string' ? Buffer.from(text) : text);
    },
    isTerminal,
    colour: () => wantsColour(isTerminal),
    live: () => process.env.TERM !== 'dumb' && isTerminal(),
    columns: () => (isTerminal() ? device().columns : undefined),
    rows: () => (isTerminal() ? device().rows : undefined),
  };
}

/** Whether it may be a terminal. What CI and editors throw away goes to the null device, which is none. */
function isDevice(fd: 0 | 1 | 2): boolean {
  try {
    const stat = fstatSync(fd);
    return stat.isCharacterDevice() && stat.rdev !== statSync(devNull, { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/** https://no-color.org and https://force-color.org; TERM=dumb is what Emacs and others set. */
function wantsColour(isTerminal: () => boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return TERM !== 'dumb' && isTerminal();
}

/** False when nobody reads any more (`plancc print template | head`), which is no fault. */
function writeAll(fd: number, bytes: Buffer): boolean {
  for (let rest = bytes; rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
      waitShortly();
    }
  }
  return true;
}

/** Whether somebody types what is read; `process.stdin` would take hold of it. */
export const inputIsTerminal = (): boolean => isDevice(0) && process.getBuiltinModule('node:tty').isatty(0);

/** Everything up to the end of a file, or enough to know that it is too large: some devices have no end. */
export function readAll(fd: number): Buffer {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= largest; ) {
    const chunk = Buffer.alloc(1 << 16);
    try {
      const length = readSync(fd, chunk);
      if (length === 0) break;
      chunks.push(chunk.subarray(0, length));
      size += length;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      waitShortly();
    }
  }
  return Buffer.concat(chunks);
}

/** For the other end of a pipe that was set not to block, and is full or empty. */
const waitShortly = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
