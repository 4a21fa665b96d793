import { StatesError } from '../ports/states-error.js';

/**
 * Does something for one after the other. What is wrong with some of them is thrown in the end, as one `StatesError` with the
 * name of the first: who mends one thing has learnt of all.
 */
export async function forAll<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const wrong: StatesError[] = [];
  for (const item of items) {
    await work(item).catch((error: unknown) => {
      if (!(error instanceof StatesError)) throw error;
      wrong.push(error);
    });
  }
  const [first] = wrong;
  if (first !== undefined) throw new StatesError(first.name, wrong.map(({ message }) => message).join('\n'));
}
