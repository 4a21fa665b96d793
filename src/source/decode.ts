import { type Problem, problem } from '../diagnostics/problem.js';

export type Decoded = { readonly text: string } | { readonly problems: readonly Problem[] };

/** The text of a file's bytes, without a byte order mark. Anything but text in UTF-8 is a problem that says where. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const wrong = (reason: string): Decoded => ({
    problems: [problem('PLAN0011', { file }, { reason }, { help: 'save it as text in UTF-8' })],
  });
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return wrong('the file is UTF-16, not UTF-8');
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) return wrong(`the file is no text: ${byteAt(bytes, zero)}`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return wrong(`the file is not UTF-8: ${byteAt(bytes, firstBadByte(bytes))}`);
  }
}

function byteAt(bytes: Uint8Array, at: number): string {
  const line = bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1);
  const value = bytes[at]!.toString(16).toUpperCase().padStart(2, '0');
  return `byte 0x${value} in line ${line}, at offset ${at}`;
}

/** Where decoding puts a replacement character that the file does not have itself. */
function firstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  for (const part of text.split('\uFFFD')) {
    offset += Buffer.byteLength(part);
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) break;
    offset += 3;
  }
  return offset;
}
