import { foldersOf } from '../../engines/local/folders.js';
import { isThere, type StackRecord } from '../../engines/local/stacks/record.js';
import { stackIn } from '../../engines/local/stacks/stack-place.js';
import { createStore } from '../../engines/local/store/index.js';
import { readDocument } from '../../environment/documents.js';
import type { OwnedStack } from '../../environment/orphans.js';
import { ownedStack } from './owned-stack.js';

const storeIn = (root: string) => createStore(foldersOf(root).stacks);

/** Names of all stacks that were ever recorded in a folder. */
export const recordedNames = async (root: string): Promise<readonly string[]> =>
  (await storeIn(root).list('')).map(stackIn);

/** Those that are there, and whose tags say which state made them. */
export async function recordedStacks(root: string): Promise<readonly OwnedStack[]> {
  const store = storeIn(root);
  const keys = await store.list('');
  const records = await Promise.all(keys.map((key) => readDocument<StackRecord>(store, key)));
  // A token begins with the id of its deployment, and that with the time.
  return records.filter(isThere).flatMap(({ name, tags, token }) => ownedStack(name, tags, token));
}
