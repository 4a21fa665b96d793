import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A table of cases in `fixtures/expressions`. */
export const table = (name: string) =>
  parse(readFileSync(join(import.meta.dirname, '../../../fixtures/expressions', `${name}.yaml`), 'utf8'));

/** What a function throws, as the name and the cause of an error. */
export async function thrownBy(
  work: () => unknown,
): Promise<{ readonly name: string; readonly cause: string }> {
  try {
    await work();
  } catch (thrown) {
    const { name, message } = thrown as Error;
    return { name, cause: message };
  }
  throw new Error('nothing was thrown');
}
