import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { StackResult } from '../../src/ports/stacks.js';
import { newWorld, planMachine, ship } from './world.js';

const installs = suite("the stack of a distribution's plan");

const template = {
  Parameters: {
    PlanccEnvironment: { Type: 'String' },
    PlanccWorkerArn: { Type: 'String' },
    ParameterSize: { Type: 'Number' },
  },
  Resources: {},
};
const declared = (Default: number) => ({
  parameters: { Size: { Type: 'Number', Default }, Zones: { Default: 'a' } },
});

installs('gets the parameters that its template declares', async () => {
  const test = await newWorld();
  await test.request(await ship(test.store, '1.0.0', declared(3), template));
  await test.settle();
  const [stack] = test.stacks;
  assert.is(stack!.name, 'plancc-test--webshop');
  const [size] = Object.keys(stack!.parameters).filter((id) => id.startsWith('Parameter'));
  assert.equal(stack!.parameters, { PlanccEnvironment: 'test', PlanccWorkerArn: 'worker', [size!]: '3' });
});

installs('is made again only when template or parameters have changed', async () => {
  const test = await newWorld();
  const versions = [
    ['1.0.0', declared(3), template, 1],
    ['1.0.1', declared(3), template, 1],
    ['1.0.2', declared(4), template, 2],
    ['1.0.3', declared(4), { ...template, Description: 'new' }, 3],
    ['1.0.4', declared(4), template, 4],
  ] as const;
  for (const [version, given, text, count] of versions) {
    await test.request(await ship(test.store, version, given, text));
    await test.settle();
    await test.endPlan('SUCCEEDED');
    assert.is(test.stacks.length, count, version);
  }
});

installs('is made again when somebody has deleted it', async () => {
  let hasStack = true;
  const test = await newWorld({ hasStack: () => hasStack });
  const shipped = await ship(test.store, '1.0.0', {}, template);
  for (const [isThere, count] of [
    [true, 1],
    [true, 1],
    [false, 2],
  ] as const) {
    hasStack = isThere;
    await test.request(shipped);
    await test.settle();
    await test.endPlan('SUCCEEDED');
    assert.is(test.stacks.length, count);
  }
});

installs('is waited for', async () => {
  const results: StackResult[] = [
    { status: 'in progress' },
    { status: 'in progress' },
    { status: 'done', outputs: { PlanccStateMachine: planMachine }, changes: [] },
  ];
  const test = await newWorld({ stack: () => results.shift()! });
  const id = await test.request(await ship(test.store, '1.0.0', {}, template));
  await test.settle();
  assert.is((await test.record(id)).status, 'running');
  assert.is(new Set(test.stacks.map(({ token }) => token)).size, 1);
  assert.is(test.stacks.length, 3);
});

installs('fails, and is tried again by the next deployment', async () => {
  const results: StackResult[] = [
    { status: 'failed', reason: 'Queue: name taken' },
    { status: 'done', outputs: { PlanccStateMachine: planMachine }, changes: [] },
  ];
  const test = await newWorld({ stack: () => results.shift()! });
  const request = await ship(test.store, '1.0.0', {}, template);
  const id = await test.request(request);
  await test.settle();
  const { status, failure } = await test.record(id);
  assert.equal(
    [status, failure],
    ['failed', { error: 'StackFailed', cause: 'plancc-test--webshop: Queue: name taken' }],
  );
  await test.request(request);
  await test.settle();
  assert.is(test.plans().length, 1);
});

installs.run();
