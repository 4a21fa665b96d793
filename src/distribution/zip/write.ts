import type { Problem } from '../../diagnostics/problem.js';
import { turns } from '../turns.js';
import { deflateElsewhere, deflateHere } from './deflate.js';
import { type Content, type Piece, readPieces } from './pieces.js';
import { type Entry, localHeader, localHeaderSize } from './records.js';
import type { Sink } from './sink.js';

export interface Written {
  readonly entry: Entry;
  readonly sha256: string;
}

export interface WriteOptions {
  /** Of deflate, 1 to 9; 0 stores everything. */
  readonly level: number;
  /** Called with every stretch written. */
  readonly onBytes?: ((bytes: number, endsFile: boolean) => void) | undefined;
  /** Called with every content that fits into one piece; the bytes are valid until it returns. */
  readonly onContent?: ((content: Content, bytes: Buffer) => void) | undefined;
  /** Aborting rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Below this, starting threads costs more than they save: bytes of all files, and of one. */
const worthThreads = 4 << 20;
const worthOneThread = 16 << 10;
const stretchesUnderWay = 8;

/** Appends contents to a zip in their order. Gives what was written, or the problem that ended it. */
export async function writeEntries(
  sink: Sink,
  contents: readonly Content[],
  { level, onBytes, onContent, signal }: WriteOptions,
): Promise<readonly Written[] | Problem> {
  const total = contents.reduce((sum, { size }) => sum + size, 0);
  const threads = level > 0 && total >= worthThreads;
  const width = threads ? stretchesUnderWay : 1;
  const results: Written[] = [];
  let offset = 0;
  const turn = turns();

  for await (const packed of inOrder(packedPieces(contents, width, level, threads), width)) {
    signal?.throwIfAborted();
    if ('code' in packed) return packed;
    const { piece, deflated } = packed;
    const { content, last, crc, sha256 } = piece;
    const headerSize = localHeaderSize(content);
    if (piece.first) {
      offset = sink.position();
      sink.append(Buffer.alloc(headerSize));
    }
    sink.append(deflated ?? piece.bytes);
    if (last) {
      const compressed = sink.position() - offset - headerSize;
      const method = deflated === undefined ? 0 : 8;
      if (method === 8 && compressed >= content.size) {
        sink.rewind(offset);
        const stored = await writeEntries(sink, [content], { level: 0, signal });
        if ('code' in stored) return stored;
        results.push(...stored);
      } else {
        const { name, size, mode } = content;
        const entry: Entry = { name, method, crc, size, compressed, mode, offset };
        sink.patch(localHeader(entry), offset);
        results.push({ entry, sha256 });
      }
    }
    if (piece.first && last) onContent?.(content, piece.bytes);
    onBytes?.(piece.bytes.length, last);
    await turn();
  }
  return results;
}

interface Packed {
  readonly piece: Piece;
  /** Undefined: the piece is stored as it is. */
  readonly deflated: Buffer | undefined;
}

function* packedPieces(
  contents: readonly Content[],
  width: number,
  level: number,
  threads: boolean,
): Generator<Problem | Packed | Promise<Packed>> {
  for (const piece of readPieces(contents, width)) {
    if ('code' in piece) {
      yield piece;
    } else if (level === 0 || piece.content.size === 0 || !piece.worthDeflating) {
      yield { piece, deflated: undefined };
    } else if (threads && piece.bytes.length >= worthOneThread) {
      yield deflateElsewhere(piece, level).then((deflated) => smaller(piece, deflated));
    } else {
      yield smaller(piece, deflateHere(piece, level));
    }
  }
}

/** A file of one piece is known to shrink or not at once, a larger one only at its end. */
const smaller = (piece: Piece, deflated: Buffer): Packed => ({
  piece,
  deflated: piece.first && piece.last && deflated.length >= piece.bytes.length ? undefined : deflated,
});

/** The results of tasks in their order, while up to `width` tasks are under way; the next starts when one is taken. */
async function* inOrder<T>(tasks: Iterable<T | Promise<T>>, width: number): AsyncGenerator<T> {
  const started: (T | Promise<T>)[] = [];
  for (const task of tasks) {
    started.push(task);
    if (started.length === width) yield await started.shift()!;
  }
  for (const task of started) yield await task;
}
