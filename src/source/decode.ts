import { type Place, type Problem, problem } from '../diagnostics/problem.js';

export type Decoded =
  | { readonly text: string }
  /** What does not decode is a replacement character in `lossy`, in which the problems have their places. */
  | { readonly problems: readonly Problem[]; readonly lossy: string };

/** The text of a file's bytes, without a byte order mark. Anything but text in UTF-8 is a problem. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const other = otherEncoding(bytes);
  if (other !== undefined) return wrong(`the file is ${other}, not UTF-8`, { file }, '');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes.includes(0)) {
    const help = 'name a plan or a template; a distribution is checked by `plancc verify`';
    return wrong('the file is a zip, not text', { file }, '', help);
  }
  const text = decoded(bytes);
  const at = (offset: number) => {
    const start = decoded(bytes.subarray(0, offset)).length;
    return { file, offset: [start, start + 1] } as const;
  };
  const zero = bytes.indexOf(0);
  if (zero !== -1) return wrong(`the file is not text: ${byteAt(bytes, zero)}`, at(zero), text);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text };
  } catch {
    const bad = firstBadByte(bytes);
    return wrong(`the file is not UTF-8: ${byteAt(bytes, bad)}`, at(bad), text);
  }
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const wrong = (reason: string, place: Place, lossy: string, help = 'save it as text in UTF-8'): Decoded => ({
  lossy,
  problems: [problem('PLAN0011', place, { reason }, { help })],
});

/** Told by byte order marks: https://www.unicode.org/faq/utf_bom.html#bom4 */
function otherEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === 'fffe0000' || start === '0000feff') return 'UTF-32';
  return /^(fffe|feff)/.test(start) ? 'UTF-16' : undefined;
}

const byteAt = (bytes: Uint8Array, at: number): string =>
  `byte 0x${bytes[at]!.toString(16).toUpperCase().padStart(2, '0')} at offset ${at}`;

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
