import { readFileSync } from 'node:fs';
import { isSystemError, systemReason } from '../../distribution/system-reason.js';
import { decode } from '../../source/decode.js';
import type { Terminal } from '../terminal.js';

/** The text of a file, or of standard input, which `-` names; or why there is none. */
export function readText(file: string, { readInput }: Terminal): string | { readonly reason: string } {
  try {
    const read = decode(file, file === '-' ? readInput() : readFileSync(file));
    return 'text' in read ? read.text : { reason: 'is not text in UTF-8' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { reason: `cannot be read: ${systemReason(error)}` };
  }
}
