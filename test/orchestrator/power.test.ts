import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newFolder } from '../folder.js';
import { endOf, hosted, install, machineArn, open, until } from './host.js';

const power = suite('executions of a machine that loses its power');

const { fdatasync } = fs;
let onDisk = 0;
let fails = false;
fs.fdatasync = ((descriptor: number, done: (error: Error | null) => void) => {
  const { size } = fs.fstatSync(descriptor);
  fdatasync(descriptor, (error) => {
    onDisk = size;
    done(fails ? new Error('the disk reports an error') : error);
  });
}) as typeof fdatasync;
syncBuiltinESMExports();

const task = (more: object) => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...more });
const definition = {
  StartAt: 'A',
  States: { A: task({ Next: 'B' }), B: { Type: 'Pass', Next: 'C' }, C: task({ End: true }) },
};

power('their history is on the disk before a task is done, and before anybody hears of the end', async () => {
  const folder = newFolder();
  const history = join(folder, 'executions/machine/a/history.jsonl');
  const lost: number[] = [];
  const look = () => lost.push(fs.statSync(history).size - onDisk);
  const orchestrator = open(folder, {
    run: async () => {
      look();
      return {};
    },
  });
  await install(orchestrator, definition);
  const execution = await orchestrator.start(machineArn, 'a', {});
  await hosted(orchestrator, async (ended) => {
    await until(() => ended.includes(execution));
    look();
  });
  assert.equal(lost, [0, 0, 0]);
});

power('where it cannot be, the execution stands still, and goes on later', async () => {
  const folder = newFolder();
  const begun: string[] = [];
  const orchestrator = open(folder, { run: async ({ state }) => begun.push(state) });
  await install(orchestrator, definition);
  const execution = await orchestrator.start(machineArn, 'a', {});
  const complaints: unknown[] = [];
  fails = true;
  await hosted(orchestrator, () => until(() => complaints.length > 0).then(() => {}), complaints);
  fails = false;
  assert.equal([begun, (await orchestrator.describe(execution))?.status], [[], 'RUNNING']);
  await hosted(orchestrator, async () => assert.is(await endOf(orchestrator, execution), 'SUCCEEDED'));
  assert.equal(begun, ['A', 'C']);
});

power.run();
