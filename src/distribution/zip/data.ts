import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { turns } from '../turns.js';
import { readAt } from './read-at.js';
import { type Entry, localHeader, localHeaderSize } from './records.js';
import { again, refuse } from './refuse.js';

const stretch = 1 << 20;

/**
 * Reads the data of an entry and hands them on, never more than the entry declares. Gives a problem when its local
 * header or its data are not what the directory says. Throws the system's error when the file cannot be read.
 */
export async function readData(
  file: number,
  entry: Entry,
  shown: string,
  onData: (bytes: Buffer) => void,
): Promise<Problem | undefined> {
  const { name, size, crc } = entry;
  if (!readAt(file, entry.offset, localHeaderSize(entry)).equals(localHeader(entry))) {
    return refuse('PLAN6118', shown, { what: `the entry \`${name}\`` });
  }
  let read = 0;
  let sum = 0;
  const turn = turns();
  try {
    for await (const bytes of entry.method === 0 ? stored(file, entry) : inflated(file, entry)) {
      read += bytes.length;
      if (read > size) break;
      sum = crc32(bytes, sum);
      onData(bytes);
      await turn();
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    return error.code === 'ERR_BUFFER_TOO_LARGE'
      ? refuse('PLAN6117', shown, { entry: name, declared: size })
      : damaged(name, shown);
  }
  if (read !== size) return refuse('PLAN6117', shown, { entry: name, declared: size });
  return sum === crc ? undefined : damaged(name, shown);
}

const damaged = (entry: string, shown: string): Problem =>
  problem('PLAN6116', { file: shown }, { entry }, { help: again });

const dataStart = (entry: Entry): number => entry.offset + localHeaderSize(entry);

/** The data as they lie in the zip. */
function* stored(file: number, entry: Entry): Generator<Buffer> {
  const start = dataStart(entry);
  for (let at = 0; at < entry.compressed; at += stretch) {
    yield readAt(file, start + at, Math.min(stretch, entry.compressed - at));
  }
}

async function* inflated(file: number, entry: Entry): AsyncGenerator<Buffer> {
  const start = dataStart(entry);
  const { size, compressed } = entry;
  if (size <= stretch) {
    // `info` is missing in the types of Node: the result holds the engine, which knows how much it took.
    const { buffer, engine } = inflateRawSync(readAt(file, start, compressed), {
      maxOutputLength: Math.max(1, size),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    yield buffer;
    if (engine.bytesWritten !== compressed) throw leftOver;
    return;
  }
  const source = Readable.from(stored(file, entry));
  const inflate = createInflateRaw({ chunkSize: 1 << 18 });
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const bytes of inflate) yield bytes;
  } finally {
    source.destroy();
    inflate.destroy();
  }
  if (inflate.bytesWritten !== compressed) throw leftOver;
}

/** The deflate stream ends before the data of the entry do. */
const leftOver = Object.assign(new Error('data after the end of the stream'), { code: 'Z_DATA_ERROR' });

const isZlibError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test((error as { code?: string }).code ?? '');
