import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readerConfig } from '../../src/asl/states/distributed.js';
import type { Items } from '../../src/engines/local/interpreter/run.js';
import type { Schema } from '../../src/language/schema.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { run } from './machine.js';

const readers = suite('readers and writers of Distributed Maps');

const map = (more: JsonObject): JsonObject => ({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'One',
        States: { One: { Type: 'Pass', End: true } },
      },
      End: true,
      ...more,
    },
  },
});

const reader = (ReaderConfig: JsonObject): JsonObject => ({
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    Parameters: { Bucket: 'b', 'Key.$': '$.key' },
    ReaderConfig,
  },
});

/** Fields of configurations that were read with, and their values. */
const used = new Set<string>();

const nothing: Items = { read: async () => [], write: async () => ({}) };

async function items(text: Json, config: JsonObject): Promise<Json> {
  for (const [field, value] of Object.entries(config)) used.add(field).add(`${field}: ${value}`);
  const read = async (resource: string, given: Json) => {
    assert.is(resource, 'arn:aws:states:::s3:getObject');
    assert.equal(given, { Bucket: 'b', Key: 'k' });
    return text;
  };
  const { result } = await run(map(reader(config)), { key: 'k', most: 1 }, { items: { ...nothing, read } });
  return result.status === 'SUCCEEDED' ? result.output : { error: result.error, cause: result.cause };
}

readers('read JSON, lines of JSON, and lists', async () => {
  assert.equal(await items('[1, {"a": 2}]', { InputType: 'JSON' }), [1, { a: 2 }]);
  assert.equal(await items('{"a": 1}', { InputType: 'JSON' }), [{ Key: 'a', Value: 1 }]);
  assert.equal(await items('1\n{"a": 2}\n\n', { InputType: 'JSONL' }), [1, { a: 2 }]);
  assert.equal(await items([{ Key: 'a', Size: 1 }], {}), [{ Key: 'a', Size: 1 }]);
  assert.equal(await items('[1, 2, 3]', { InputType: 'JSON', MaxItems: 2 }), [1, 2]);
  assert.equal(await items('[1, 2, 3]', { InputType: 'JSON', MaxItemsPath: '$.most' }), [1]);
});

const cause = async (text: Json, config: JsonObject) => {
  const { error, cause } = (await items(text, config)) as JsonObject;
  assert.is(error, 'States.ItemReaderFailed');
  return String(cause);
};

readers('read the part of a document that a pointer leads to', async () => {
  const text = '{"a": {"b/c~": [{"d": [1, 2]}, 3]}, "": {"e": 4}}';
  const at = (ItemsPointer: string) => ({ InputType: 'JSON', ItemsPointer });
  assert.equal(await items(text, at('/a/b~1c~0')), [{ d: [1, 2] }, 3]);
  assert.equal(await items(text, at('/a/b~1c~0/0/d')), [1, 2]);
  assert.equal(await items(text, at('/')), [{ Key: 'e', Value: 4 }]);
  assert.is(((await items(text, at(''))) as Json[]).length, 2);
  for (const nowhere of ['/b', 'a', '/a/b~1c~0/length', '/a/constructor', '/a/b~1c~0/1/x'])
    assert.match(await cause(text, at(nowhere)), `there is nothing at ${nowhere}, the \`ItemsPointer\``);
});

readers('say what they do not read', async () => {
  const only = 'only CSV, JSONL, and JSON with or without `ItemsPointer`';
  const refused: readonly (readonly [JsonObject, string])[] = [
    [{ InputType: 'PARQUET' }, 'InputType: PARQUET'],
    [{ InputType: 'MANIFEST' }, 'InputType: MANIFEST'],
    [{ InputType: 'CSV', ManifestType: 'ATHENA_DATA' }, 'ManifestType: ATHENA_DATA'],
    [{ InputType: 'JSONL', ItemsPointer: '/a' }, 'ItemsPointer` in `JSONL'],
  ];
  for (const [config, what] of refused)
    assert.match(await cause('[1]', config), `the local engine does not read \`${what}\`, ${only}`);
});

readers('load the objects of a list', async () => {
  const texts: { readonly [key: string]: string } = { a: '{"rows": [1, 2]}', b: '{"rows": [3]}' };
  const read = async (resource: string, given: Json): Promise<Json> => {
    const { Bucket, Prefix, Key } = given as JsonObject;
    assert.is(Bucket, 'b');
    if (resource.endsWith('getObject')) return texts[String(Key)]!;
    assert.equal([resource, Prefix], ['arn:aws:states:::s3:listObjectsV2', 'p']);
    return Object.keys(texts).map((key) => ({ Key: key }));
  };
  const listed = async (ReaderConfig: JsonObject) => {
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:listObjectsV2',
      Parameters: { Bucket: 'b', Prefix: 'p' },
      ReaderConfig,
    };
    for (const [field, value] of Object.entries(ReaderConfig)) used.add(field).add(`${field}: ${value}`);
    const { result } = await run(map({ ItemReader }), {}, { items: { ...nothing, read } });
    return result.status === 'SUCCEEDED' ? result.output : result;
  };
  assert.equal(await listed({ Transformation: 'NONE' }), [{ Key: 'a' }, { Key: 'b' }]);
  const config = { Transformation: 'LOAD_AND_FLATTEN', InputType: 'JSON', ItemsPointer: '/rows' };
  assert.equal(await listed(config), [1, 2, 3]);
  assert.equal(await listed({ ...config, MaxItems: 2 }), [1, 2]);
});

readers('read tables', async () => {
  const csv = 'name,size\r\na,1\n"b, ""c""\nd",\n';
  assert.equal(await items(csv, { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }), [
    { name: 'a', size: '1' },
    { name: 'b, "c"\nd', size: '' },
  ]);
  const given = {
    InputType: 'CSV',
    CSVHeaderLocation: 'GIVEN',
    CSVHeaders: ['x', 'y'],
    CSVDelimiter: 'PIPE',
  };
  assert.equal(await items('1|2\n3', given), [
    { x: '1', y: '2' },
    { x: '3', y: '' },
  ]);
  for (const [CSVDelimiter, by] of Object.entries({ COMMA: ',', SEMICOLON: ';', SPACE: ' ', TAB: '\t' }))
    assert.equal(await items(`x${by}y\n1${by}2${by}3`, { InputType: 'CSV', CSVDelimiter }), [
      { x: '1', y: '2' },
    ]);
});

readers('read backslashes as Step Functions does', async () => {
  const csv = String.raw`path,size
C:\\Program Files\\MyApp.exe,1\,2
"\"a\"",\b
`;
  assert.equal(await items(csv, { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }), [
    { path: String.raw`C:\Program Files\MyApp.exe`, size: '1,2' },
    { path: '"a"', size: 'b' },
  ]);
});

readers('fail with an error that can be caught', async () => {
  assert.match(await cause('{', { InputType: 'JSON' }), /JSON/);
  assert.match(await cause('1', { InputType: 'JSON' }), 'what was read is neither a list nor an object');
  const { result } = await run(map(reader({})), { key: 'k' });
  assert.is(result.status === 'FAILED' && result.error, 'States.ItemReaderFailed');
});

readers('write what the executions came to', async () => {
  const written: Json[] = [];
  const write: Items['write'] = async (resource, given, results) => {
    written.push(resource, given, results);
    return { Bucket: 'b', Key: 'out/manifest.json' };
  };
  const ResultWriter = {
    Resource: 'arn:aws:states:::s3:putObject',
    Parameters: { Bucket: 'b', Prefix: 'out' },
  };
  const { result } = await run(map({ ResultWriter }), [1, 2], { items: { ...nothing, write } });
  assert.equal(result, { status: 'SUCCEEDED', output: { Bucket: 'b', Key: 'out/manifest.json' } });
  assert.equal(written, ['arn:aws:states:::s3:putObject', { Bucket: 'b', Prefix: 'out' }, [1, 2]]);
  const full = () => Promise.reject(new Error('no space left'));
  const failed = await run(map({ ResultWriter }), [1, 2], { items: { ...nothing, write: full } });
  assert.is(failed.result.status === 'FAILED' && failed.result.error, 'States.ResultWriterFailed');
  const flat = await run(map({ ResultWriter: { WriterConfig: { Transformation: 'FLATTEN' } } }), [
    [1],
    [2, 3],
  ]);
  assert.equal(flat.result, { status: 'SUCCEEDED', output: [1, 2, 3] });
});

const enumerated = (schema: Schema): readonly unknown[] => (Array.isArray(schema.enum) ? schema.enum : []);

readers('all fields of configurations, and all their values', () => {
  const all = Object.entries(readerConfig.properties!).flatMap(([field, schema]) => [
    field,
    ...enumerated(schema as Schema).map((value) => `${field}: ${value}`),
  ]);
  assert.equal(
    all.filter((one) => !used.has(one)),
    [],
  );
});

readers.run();
