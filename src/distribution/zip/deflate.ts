import { constants, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';

export interface Stretch {
  readonly bytes: Buffer;
  readonly dictionary: Buffer | undefined;
  readonly last: boolean;
}

/**
 * Compresses one stretch of a file so that the results of all of them, one after the other, are one deflate stream:
 * each but the last ends on a byte's boundary with an empty block, and refers back into the one before it through the
 * dictionary, as pigz does it (https://zlib.net/pigz/).
 */
export const deflateHere = (stretch: Stretch, level: number): Buffer =>
  deflateRawSync(stretch.bytes, settings(stretch, level));

/** The same, bytes and all, on a thread of the pool. */
export const deflateElsewhere = (stretch: Stretch, level: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    deflateRaw(stretch.bytes, settings(stretch, level), (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });

export const shrinks = (sample: Buffer): boolean =>
  deflateRawSync(sample, { level: 1 }).length < sample.length * 0.98;

const settings = ({ bytes, dictionary, last }: Stretch, level: number): ZlibOptions => ({
  level,
  ...(dictionary === undefined ? bytes.length <= smallFile && smallState : { dictionary }),
  finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
  // Room for the whole result of most stretches: the default of 16 KiB is copied together again and again.
  chunkSize: Math.max(1024, Math.min(bytes.length, 1 << 18)),
});

/**
 * zlib's usual 256 KiB of state are fresh memory for every file, which costs more than compressing a small one; these
 * 40 KiB give the same size. (A state cannot be used again: what a reset one writes depends on what it wrote before.)
 */
const smallState = { windowBits: 13, memLevel: 5 };
const smallFile = 1 << 13;
