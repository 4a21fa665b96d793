import { createStore } from '../../src/engines/local/store/index.js';
import { createDocument, updateDocument } from '../../src/environment/documents.js';

/** Puts into the store named first what is small, then what is large; prints what the store says to it. */
const store = createStore(process.argv[2]!);
await createDocument(store, 'kept.json', { kept: true });
const text = 'x'.repeat(1 << 20);
for (const put of [
  () => store.putIfAbsent('large', Buffer.from(text)),
  () => updateDocument(store, 'kept.json', () => ({ text })),
]) {
  await put().catch((error: Error) => console.log(`${error.name}: ${error.message}`));
}
