import { stopped } from './ending.js';
import { under } from './until-aborted.js';

/**
 * Does work for each index below `count`, so many at a time; gives the results in their order. When one fails, the others
 * are aborted, and it rejects with that one's error after all have ended.
 */
export async function together<Result>(
  signal: AbortSignal,
  count: number,
  atATime: number,
  work: (index: number, signal: AbortSignal) => Promise<Result>,
): Promise<readonly Result[]> {
  const { controller, release } = under(signal);
  const results: Result[] = new Array(count);
  let next = 0;
  let failure: { readonly error: unknown } | undefined;
  const worker = async () => {
    while (next < count && failure === undefined) {
      const index = next++;
      try {
        results[index] = await work(index, controller.signal);
      } catch (error) {
        failure ??= { error };
        controller.abort(stopped('States.BranchFailed', ''));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, atATime) }, worker));
  release();
  if (failure !== undefined) throw failure.error;
  return results;
}
