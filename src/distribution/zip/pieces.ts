import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { unreadable } from '../unreadable.js';
import { shrinks } from './deflate.js';

/** Something to put into a zip. */
export interface Content {
  readonly name: string;
  readonly mode: number;
  /** Bytes it must have when it is read. */
  readonly size: number;
  /** Its bytes, or the absolute path of the file that holds them. */
  readonly from: Buffer | string;
  /** What problems call it: a path relative to the project's root. */
  readonly shown: string;
}

/** A stretch of a content, valid until `count` more have been read. */
export interface Piece {
  readonly content: Content;
  readonly bytes: Buffer;
  /** What stands before `bytes` in the content, for the compressor to refer to. */
  readonly dictionary: Buffer | undefined;
  readonly first: boolean;
  readonly last: boolean;
  /** False where samples of the content did not shrink, as those of pictures and archives. */
  readonly worthDeflating: boolean;
  /** CRC-32 of the content up to the end of this piece. */
  readonly crc: number;
  /** SHA-256 of the whole content; only on its last piece. */
  readonly sha256: string;
}

/** Pieces are cut at fixed places, so that their compression in parallel gives the same bytes on every machine. */
export const pieceSize = 1 << 20;
const windowSize = 1 << 15;
const sampleSize = 1 << 14;

/**
 * Reads contents one after the other, in pieces that lie in `count` buffers used in turn. Ends with a problem at a
 * file that cannot be read or no longer has its size.
 */
export function* readPieces(contents: readonly Content[], count: number): Generator<Piece | Problem> {
  const nextBuffer = bufferRing(count);
  for (const content of contents) {
    if (typeof content.from !== 'string') {
      yield* cut(content, content.from);
      continue;
    }
    let file: number;
    try {
      file = openSync(content.from, 'r');
    } catch (error) {
      yield unreadable(content.shown, error);
      return;
    }
    try {
      const failed = yield* readFile(content, file, nextBuffer);
      if (failed) return;
    } finally {
      closeSync(file);
    }
  }
}

function* cut(content: Content, bytes: Buffer): Generator<Piece> {
  let crc = 0;
  for (let at = 0; at === 0 || at < bytes.length; at += pieceSize) {
    const piece = bytes.subarray(at, at + pieceSize);
    const last = at + pieceSize >= bytes.length;
    crc = crc32(piece, crc);
    yield {
      content,
      bytes: piece,
      dictionary: at === 0 ? undefined : bytes.subarray(at - windowSize, at),
      first: at === 0,
      last,
      worthDeflating: true,
      crc,
      sha256: last ? hash('sha256', bytes) : '',
    };
  }
}

function* readFile(
  content: Content,
  file: number,
  nextBuffer: () => Buffer,
): Generator<Piece | Problem, boolean> {
  const { size } = content;
  const single = size <= pieceSize;
  const digest = single ? undefined : createHash('sha256');
  const worthDeflating = single || samplesShrink(file, size);
  let crc = 0;
  let before: Buffer | undefined;
  for (let at = 0; at === 0 || at < size; at += pieceSize) {
    const last = at + pieceSize >= size;
    const buffer = nextBuffer();
    before?.copy(buffer, 0, pieceSize, pieceSize + windowSize);
    const expected = last ? size - at : pieceSize;
    let length: number;
    try {
      // One byte more is asked for at the end: a file that has grown is noticed.
      length = readFully(file, buffer.subarray(windowSize), expected, last ? 1 : 0);
    } catch (error) {
      yield unreadable(content.shown, error);
      return true;
    }
    if (length !== expected) {
      yield problem(
        'PLAN6009',
        { file: content.shown },
        { path: content.shown },
        {
          help: 'build again when nothing writes to the project',
        },
      );
      return true;
    }
    const bytes = buffer.subarray(windowSize, windowSize + length);
    const dictionary = at === 0 ? undefined : buffer.subarray(0, windowSize);
    crc = crc32(bytes, crc);
    digest?.update(bytes);
    const sha256 = last ? (digest?.digest('hex') ?? hash('sha256', bytes)) : '';
    yield { content, bytes, dictionary, first: at === 0, last, worthDeflating, crc, sha256 };
    before = buffer;
  }
  return false;
}

/**
 * Buffers start 16 bytes into a page: reading a file into a page-aligned one was measured 8 times slower on some
 * processors.
 */
function bufferRing(count: number): () => Buffer {
  const buffers: Buffer[] = [];
  let next = 0;
  return () => {
    const index = next++ % count;
    buffers[index] ??= Buffer.allocUnsafeSlow(windowSize + pieceSize + 64).subarray(16);
    return buffers[index];
  };
}

/** Reads until there are `length` bytes, or the file ends; and up to `more` if they come with the last of these. */
function readFully(file: number, into: Buffer, length: number, more: number, position?: number): number {
  let done = 0;
  do {
    const at = position === undefined ? null : position + done;
    const read = readSync(file, into, done, length + more - done, at);
    if (read === 0) break;
    done += read;
  } while (done < length);
  return done;
}

/** Whether anything at the beginning, in the middle or at the end of a large file can be compressed. */
function samplesShrink(file: number, size: number): boolean {
  const sample = Buffer.allocUnsafe(sampleSize);
  return [0, Math.floor(size / 2), size - sampleSize].some((position) => {
    const length = readFully(file, sample, sampleSize, 0, position);
    return shrinks(sample.subarray(0, length));
  });
}
