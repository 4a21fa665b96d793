import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createDocument, readDocument, updateDocument } from '../../src/environment/documents.js';
import { StoreError } from '../../src/ports/store-error.js';
import { memoryStore } from './memory-store.js';

const documents = suite('documents of a store');

interface Counter {
  readonly count: number;
}

documents('are made once and read back', async () => {
  const store = memoryStore();
  assert.is(await readDocument(store, 'counter.json'), undefined);
  assert.is(await createDocument<Counter>(store, 'counter.json', { count: 1 }), true);
  assert.is(await createDocument<Counter>(store, 'counter.json', { count: 2 }), false);
  assert.equal(await readDocument<Counter>(store, 'counter.json'), { count: 1 });
});

documents('change as if nobody else changed them', async () => {
  const store = memoryStore();
  const add = (counter: Counter | undefined): Counter => ({ count: (counter?.count ?? 0) + 1 });
  await Promise.all(Array.from({ length: 20 }, () => updateDocument(store, 'counter.json', add)));
  assert.equal(await readDocument<Counter>(store, 'counter.json'), { count: 20 });
});

documents('stay when there is nothing to change', async () => {
  const refuse = async () => {
    throw new Error('nothing is to be put');
  };
  const store = { ...memoryStore(), putIfAbsent: refuse };
  assert.is(await updateDocument<Counter>(store, 'counter.json', (none) => none), undefined);
  const objects = new Map([['counter.json', Buffer.from('{"count":3}')]]);
  const full = { ...memoryStore(objects), putIfMatch: refuse };
  assert.equal(await updateDocument<Counter>(full, 'counter.json', (same) => same), { count: 3 });
  assert.equal(await updateDocument<Counter>(full, 'counter.json', () => undefined), { count: 3 });
});

documents('that are damaged are named', async () => {
  for (const [text, reason] of [
    ['', 'is empty'],
    ['{"count":', 'is not JSON'],
    ['[]', 'is not an object'],
    ['null', 'is not an object'],
  ] as const) {
    const store = memoryStore(new Map([['a/b.json', Buffer.from(text)]]));
    for (const read of [
      () => readDocument(store, 'a/b.json'),
      () => updateDocument(store, 'a/b.json', () => ({ count: 1 })),
    ]) {
      const thrown = await read().catch((error: unknown) => error);
      assert.instance(thrown, StoreError);
      assert.is((thrown as StoreError).message, `\`a/b.json\` in the store is not valid: it ${reason}`);
    }
  }
});

documents('have the fields of their kind, which is that of a folder of an environment alone', async () => {
  const lock = { holder: 1, queue: [] };
  for (const [key, isRight] of [
    ['environments/dev/locks/shop.json', false],
    // A job of a distribution that is called like a kind, and a stack in another account.
    ['jobs/dev/locks/20261123-105359-3e7b2c/0a.json', true],
    ['123456789012/eu-west-1/environment.json', true],
  ] as const) {
    const store = memoryStore(new Map([[key, Buffer.from(JSON.stringify(lock))]]));
    const read = await readDocument(store, key).catch((error: Error) => error.message);
    assert.equal(read, isRight ? lock : `\`${key}\` in the store is not valid: it has no valid \`holder\``);
  }
});

documents.run();
