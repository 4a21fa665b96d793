import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { objectOr } from '../../src/language/json.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { compileFolder, fixtures, shown } from '../golden.js';
import { runCompiled, type Task } from './run-compiled.js';

const behaviour = suite('what compiled plans do');

const payload = (more: JsonObject = {}): JsonObject => ({
  environment: 'production',
  distribution: { name: 'shop', version: '1.4.0', id: 'abc' },
  deployment: { id: 'd1', startedAt: '2026-01-01T00:00:00Z' },
  parameters: { Wait: 5, Regions: ['eu-west-1', 'us-east-1'], Class: 'small' },
  dependencies: { 'my-network': { VpcId: 'vpc-1' } },
  output: {},
  input: {},
  ...more,
});

/** Runs the compiled plan of a fixture; tasks give their outputs by name. */
async function run(name: string, task: Task, input: JsonObject = payload()) {
  const compiled = compileFolder(join(fixtures, 'compile', name));
  assert.is(shown(compiled), '');
  const inputs = new Map<string, JsonObject>();
  const recorded: Task = (state, given) => {
    inputs.set(state, objectOr(objectOr(given).Payload ?? given));
    return task(state, given);
  };
  const { output, trace } = await runCompiled(compiled.output!.definition, input, recorded);
  return { output, trace, properties: (state: string) => objectOr(inputs.get(state)?.properties), inputs };
}

const gives =
  (results: JsonObject): Task =>
  (name) => ({ result: results[name] ?? { of: name } });

behaviour('a state whose test is false is passed by, and gives its Otherwise', async () => {
  const { output, trace } = await run('when', gives({}), payload({ environment: 'test-1' }));
  assert.equal(trace, [
    'Ask?',
    'Database?',
    'Database otherwise',
    'Which',
    'Smoke?',
    'Smoke otherwise',
    'After?',
    'After skipped',
  ]);
  assert.equal(output.output, {
    Database: { Endpoint: 'none in test-1', Port: 0 },
    Smoke: { Payload: { ok: true } },
  });
});

behaviour('every way into a state goes through its test', async () => {
  const failing: Task = (name) => (name === 'Database' ? { error: 'StackFailed' } : { result: {} });
  const { output, trace } = await run('when', failing);
  assert.equal(trace, ['Ask?', 'Ask', 'Database?', 'Database', 'Report?', 'Report', 'After?', 'After']);
  assert.equal(output.error, { Error: 'StackFailed', Cause: 'because' });
});

behaviour('references give values with their type, and texts with values in them', async () => {
  const { properties, inputs } = await run(
    'references',
    gives({
      'Data base': { Endpoint: 'db.example', Port: '5432' },
      Job: { rows: 3 },
      Call: { Payload: { arn: 'arn:topic' } },
      Publish: { MessageId: 'm1' },
    }),
  );
  assert.equal(properties('Job').Environment, {
    WHOLE: 'db.example',
    TEXT: "it's {d1} at 2026-01-01T00:00:00Z of abc \\ ${{ x }}",
    VPC: 'vpc-1',
  });
  assert.equal(properties('Job').Commands, ["echo ${{ literal }} ${HOME} '{}' \\"]);
  assert.equal(inputs.get('Call'), {
    list: ['a', 'small', 1, true, ['production']],
    mixed: [{ k: 'production', n: null }, 'x-3'],
    objects: [{ k: 'production' }, { k: 'literal' }],
    plain: [1, 'two'],
    nested: { deep: { region: 'eu-west-1' } },
    version: '1.4.0',
  });
  assert.is(inputs.get('Publish')!.TopicArn, 'arn:topic');
});

behaviour(
  'results of branches are merged, each from its own branch, and skipped states are missing',
  async () => {
    const results = gives({ Left: { Endpoint: 'l' }, Deep: { Endpoint: 'd' }, Right: { Endpoint: 'r' } });
    const stale = payload({ output: { Left: 'stale', Before: 1 } });
    const production = await run('parallel', results, stale);
    assert.equal(production.properties('Use').Environment, { LEFT: 'l', DEEP: 'd', NOTE: 1 });
    const test = await run('parallel', results, { ...stale, environment: 'test' });
    const seen = objectOr(objectOr(test.inputs.get('Use')?.payload).output);
    assert.equal(seen, { Left: { Endpoint: 'l' }, Before: 1, Deep: { Endpoint: 'd' }, Note: { a: 1 } });
  },
);

behaviour('a Map passes payload, item and iteration, and gives the outputs of its iterations', async () => {
  const zones: string[] = [];
  const task: Task = (name, given) => {
    const { properties, payload: passed } = objectOr(objectOr(given).Payload ?? given);
    if (name === 'Zone')
      zones.push(JSON.stringify([objectOr(properties).Environment, objectOr(passed).iteration!]));
    return { result: name === 'Edge' ? { Endpoint: String(objectOr(properties).StackName) } : {} };
  };
  const items: Json = ['none', 'eu', 'us'];
  const input = payload({ parameters: { Regions: items }, output: { Before: 1 } });
  const { output, properties } = await run('map', task, { ...input, input: { zones: ['a'] } });
  assert.equal(objectOr(output.output).Regions, [
    {},
    { Edge: { Endpoint: 'edge-eu-1' }, Zones: [{ Zone: {} }] },
    { Edge: { Endpoint: 'edge-us-2' }, Zones: [{ Zone: {} }] },
  ]);
  assert.is(objectOr(output.output).Before, 1);
  assert.equal(zones.sort(), ['[{"Z":"a","I":0},[1,0]]', '[{"Z":"a","I":0},[2,0]]']);
  assert.ok(properties('Use'));
});

behaviour('JSONata plans do the same', async () => {
  const results = gives({ Left: { a: 1 }, 'Right hand': { class: 'small' }, Edge: { Endpoint: 'e' } });
  const { output } = await run(
    'parallel-and-map-jsonata',
    results,
    payload({ parameters: { Regions: ['eu'] } }),
  );
  assert.equal(output.output, {
    Left: { a: 1 },
    'Right hand': { class: 'small' },
    Each: [{ Edge: { Endpoint: 'e' } }],
  });
  const caught: Task = (name) => (name === 'Right hand' ? { error: 'JobFailed' } : { result: {} });
  const failed = await run('parallel-and-map-jsonata', caught);
  assert.equal(failed.trace.at(-1), 'Done');
  assert.equal(failed.output.error, { Error: 'JobFailed', Cause: 'because' });
});

behaviour('JSONata texts, tests and Otherwise', async () => {
  const { output, inputs } = await run(
    'references-jsonata',
    gives({ 'Data base': { Port: '2' }, Test: { Payload: { ok: true } } }),
  );
  assert.equal(output, { ok: true });
  assert.equal(inputs.get('Test'), { text: 'say "production"', list: ['production', 1], sum: 6 });
  const skipped = await run('references-jsonata', gives({ 'Data base': { Port: '1' } }));
  assert.equal(skipped.output, { ok: 'in production' });
});

behaviour(
  'an Otherwise of any form stands for the output, also for the states inside a Parallel',
  async () => {
    const task = gives({
      Inner: { Payload: { a: 1 } },
      Elsewhere: { b: 2 },
      Called: { Payload: { ok: 'yes' } },
    });
    const { inputs } = await run('otherwise', task, payload({ environment: 'test' }));
    const list = { l: ['${Topic}', 'test', { r: '${AWSRegion}', q: 'it\'s "{x}"' }] };
    assert.equal(inputs.get('Inner'), list);
    assert.equal(inputs.get('Use'), { inner: 1, other: 2, list: ['${Topic}', 'test'], text: 'in test' });
  },
);

behaviour('catchers keep the payload', async () => {
  const failing: Task = (name) =>
    name === 'Job' ? { error: 'States.HeartbeatTimeout' } : { result: { of: name } };
  const { output, trace } = await run('catchers', failing);
  assert.equal(trace, ['Database', 'Job', 'Handled']);
  assert.equal(objectOr(output.output).Database, { of: 'Database' });
  // As Step Functions reports it.
  assert.equal(output.error, { Error: 'States.Timeout', Cause: 'because' });
});

behaviour.run();
