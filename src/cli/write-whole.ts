import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOutput } from '../distribution/output.js';

/** Writes a file, whole or not at all, with the folder it is in; with a mode where it has one. Throws what the system says. */
export function writeWhole(path: string, text: string, mode?: number): void {
  const output = openOutput(path);
  try {
    const made = join(output.folder, 'text');
    writeFileSync(made, text);
    if (mode !== undefined) chmodSync(made, mode);
    output.publish(made);
  } finally {
    output.discard();
  }
}
