import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createDocument } from '../../src/environment/documents.js';
import { inventoryKey } from '../../src/environment/keys.js';
import type { Inventory } from '../../src/environment/records.js';
import type { JsonObject } from '../../src/source/document.js';
import { failureOf, newWorld } from './world.js';

const imports = suite('values that the worker imports');

const document = { account: { 'cost centre': ['4210', null] }, on: true, deep: { list: [{ id: 7 }] } };

const newSource = async (text: string | undefined) => {
  const asked: (readonly unknown[])[] = [];
  const world = await newWorld({
    values: {
      document: async (...place) => {
        asked.push(place);
        return text;
      },
    },
  });
  const read = (Outputs: JsonObject, more: JsonObject = {}) =>
    world.make('import', { From: { Bucket: 'zone', Key: 'a.json' }, Outputs, ...more });
  return { ...world, asked, read };
};

imports('any value of a document in S3, with its type', async () => {
  const { read, asked } = await newSource(JSON.stringify(document));
  const outputs = await read({
    Centre: '$.account["cost centre"][0]',
    None: "$.account['cost centre'][-1]",
    On: '$.on',
    Id: '$.deep.list[0].id',
    All: '$',
  });
  assert.equal(outputs, { Centre: '4210', None: null, On: true, Id: 7, All: document });
  assert.equal(asked, [['zone', 'a.json', undefined]]);
});

imports('with the role that is named', async () => {
  const { read, asked } = await newSource('{"a":1}');
  assert.equal(await read({ A: '$.a' }, { AssumeRoleArn: 'arn:aws:iam::210987654321:role/reader' }), {
    A: 1,
  });
  assert.is(asked[0]![2], 'arn:aws:iam::210987654321:role/reader');
});

imports('what another distribution left behind', async () => {
  const { make, store } = await newWorld();
  const properties = {
    From: { Distribution: 'network' },
    Outputs: { Vpc: '$.outputs.VpcId', Since: '$.since' },
  };
  assert.equal(await failureOf(make('import', properties)), [
    'ImportFailed',
    '`network` does not run in test',
  ]);
  const since = '2026-11-20T10:00:00.000Z';
  const inventory: Inventory = {
    version: '1.0.0',
    id: 'a'.repeat(64),
    outputs: { VpcId: 'vpc-1' },
    since,
    by: 'ann',
    deployment: '20261120-100000-abc123',
    dependencies: {},
  };
  await createDocument(store, inventoryKey('test', 'network'), inventory);
  assert.equal(await make('import', properties, { retry: 1 }), { Vpc: 'vpc-1', Since: since });
});

const failures: readonly (readonly [text: string | undefined, path: string, cause: RegExp])[] = [
  [undefined, '$.a', /^s3:\/\/zone\/a\.json is not there$/],
  ['{"a":', '$.a', /^s3:\/\/zone\/a\.json is not JSON: /],
  ['{"a":1}', '$.b', /^`\$\.b`, the path of `Out`, leads to nothing in s3:\/\/zone\/a\.json$/],
  ['{"a":[1]}', '$.a[1]', /leads to nothing/],
  ['{"a":1}', '$.a.b', /leads to nothing/],
  ['{"a":{}}', '$.a.constructor', /leads to nothing/],
  ['{"a":{}}', '$.a[0]', /leads to nothing/],
];

for (const [text, path, cause] of failures) {
  imports(`${path} of ${text} fails`, async () => {
    const { read } = await newSource(text);
    const [name, said] = await failureOf(read({ Out: path }));
    assert.is(name, 'ImportFailed');
    assert.match(said, cause);
  });
}

imports('a place that is no text fails', async () => {
  const { make } = await newWorld();
  const properties = { From: { Bucket: 5, Key: 'a.json' }, Outputs: { A: '$' } };
  assert.equal(await failureOf(make('import', properties)), [
    'ImportFailed',
    '`From.Bucket` is 5, where a text belongs',
  ]);
});

imports.run();
