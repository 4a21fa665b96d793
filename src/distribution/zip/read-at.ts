import { readSync } from 'node:fs';

/** Reads a stretch of a file. Throws the system's error, or one like it when the file ends before the stretch does. */
export function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const read = readSync(file, buffer, done, length - done, position + done);
    if (read === 0) throw Object.assign(new Error('it ends before it should'), { syscall: 'read' });
    done += read;
  }
  return buffer;
}
