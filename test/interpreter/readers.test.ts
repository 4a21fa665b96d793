import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Items } from '../../src/engines/local/interpreter/run.js';
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

const nothing: Items = { read: async () => [], write: async () => ({}) };

async function items(text: Json, config: JsonObject): Promise<Json> {
  const read = async (resource: string, given: Json) => {
    assert.is(resource, 'arn:aws:states:::s3:getObject');
    assert.equal(given, { Bucket: 'b', Key: 'k' });
    return text;
  };
  const { result } = await run(map(reader(config)), { key: 'k' }, { items: { ...nothing, read } });
  return result.status === 'SUCCEEDED' ? result.output : { error: result.error };
}

readers('read JSON, lines of JSON, and lists', async () => {
  assert.equal(await items('[1, {"a": 2}]', { InputType: 'JSON' }), [1, { a: 2 }]);
  assert.equal(await items('{"a": 1}', { InputType: 'JSON' }), [{ Key: 'a', Value: 1 }]);
  assert.equal(await items('1\n{"a": 2}\n\n', { InputType: 'JSONL' }), [1, { a: 2 }]);
  assert.equal(await items([{ Key: 'a', Size: 1 }], {}), [{ Key: 'a', Size: 1 }]);
  assert.equal(await items('[1, 2, 3]', { InputType: 'JSON', MaxItems: 2 }), [1, 2]);
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
});

readers('fail with an error that can be caught', async () => {
  assert.equal(await items('{', { InputType: 'JSON' }), { error: 'States.ItemReaderFailed' });
  assert.equal(await items('1', { InputType: 'JSON' }), { error: 'States.ItemReaderFailed' });
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

readers.run();
