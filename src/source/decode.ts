import { type Problem, problem } from '../diagnostics/problem.js';

export type Decoded = { readonly text: string } | { readonly problems: readonly Problem[] };

/** The text of a file's bytes, without a byte order mark. Anything but UTF-8 is a problem that says where. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      problems: [problem('PLAN0011', { file }, { reason: reason(bytes) }, { help: 'save it as UTF-8' })],
    };
  }
}

function reason(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'the file is UTF-16, not UTF-8';
  }
  const at = firstBadByte(bytes);
  const line = bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1);
  const value = bytes[at]!.toString(16).padStart(2, '0');
  return `the file is not UTF-8: byte 0x${value} at offset ${at}, in line ${line}`;
}

/** The longest prefix that decodes, found by halving: only the end of a sequence can be cut by `stream`. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return bad - 1;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
