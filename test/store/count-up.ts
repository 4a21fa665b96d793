import { appendFileSync } from 'node:fs';
import { createStore } from '../../src/engines/local/store/index.js';
import { updateDocument } from '../../src/environment/documents.js';

/** Counts up in the store named first, as often as said second; notes each time in the file named third. */
const [, , folder, times, notes] = process.argv;
const store = createStore(folder!);
for (let done = 0; done < Number(times); done++) {
  await updateDocument<{ count: number }>(store, 'counter.json', (counter) => ({
    count: (counter?.count ?? 0) + 1,
  }));
  appendFileSync(notes!, '.');
}
