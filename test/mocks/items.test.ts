import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createItems } from '../../src/engines/local/items.js';

const items = suite('objects that Distributed Maps read');

const { read, write } = createItems({
  Objects: { 'orders/new/list.json': [1, 2], 'orders/new/list.csv': 'id\n1\n', 'other/x': {} },
});
const get = 'arn:aws:states:::s3:getObject';

items('an object is its text, and anything else as JSON', async () => {
  assert.is(await read(get, { Bucket: 'orders', Key: 'new/list.csv' }), 'id\n1\n');
  assert.is(await read(get, { Bucket: 'orders', Key: 'new/list.json' }), '[1,2]');
});

items('what is not there says what to write', async () => {
  try {
    await read(get, { Bucket: 'orders', Key: 'old' });
    assert.unreachable();
  } catch (error) {
    assert.is(
      (error as Error).message,
      'there is no object orders/old; write `Objects: { orders/old: {} }` into mocks.yaml (to deploy it, raise the version)',
    );
  }
});

items('a bucket is listed by prefix, in the order of its keys', async () => {
  const list = 'arn:aws:states:::s3:listObjectsV2';
  assert.equal(await read(list, { Bucket: 'orders', Prefix: 'new/' }), [
    { Key: 'new/list.csv', Size: 5, StorageClass: 'STANDARD' },
    { Key: 'new/list.json', Size: 5, StorageClass: 'STANDARD' },
  ]);
});

items('results have a place, though nothing is there', async () => {
  const written = await write('arn:aws:states:::s3:putObject', { Bucket: 'orders', Prefix: 'done' }, [1]);
  assert.equal((written as { ResultWriterDetails: object }).ResultWriterDetails, {
    Bucket: 'orders',
    Key: 'done/manifest.json',
  });
});

items.run();
