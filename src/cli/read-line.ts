import { once } from 'node:events';

/** A line that somebody types, without its end; what there is when the input ends. Rejects when the signal is aborted. */
export async function readLine(
  signal: AbortSignal,
  input: NodeJS.ReadStream = process.stdin,
): Promise<string> {
  let text = '';
  const onData = (chunk: Buffer) => {
    text += chunk;
  };
  input.on('data', onData);
  try {
    let ended = false;
    const end = once(input, 'end', { signal }).then(() => {
      ended = true;
    });
    while (!text.includes('\n') && !ended) await Promise.race([once(input, 'data', { signal }), end]);
  } finally {
    input.off('data', onData);
    input.pause();
  }
  return text.split(/\r?\n/)[0]!;
}
