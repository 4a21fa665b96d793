import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Event } from '../../src/engines/local/interpreter/journal.js';
import { newFolder } from '../folder.js';
import { install, machineArn, open } from './host.js';

const killed = suite('hosts that are killed');

const resource = 'arn:aws:states:::lambda:invoke';
const definition = {
  StartAt: 'First',
  States: {
    First: { Type: 'Task', Resource: resource, ResultPath: null, Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Each',
          States: {
            Each: {
              Type: 'Map',
              ItemsPath: '$.items',
              MaxConcurrency: 3,
              ItemProcessor: {
                StartAt: 'One',
                States: {
                  One: { Type: 'Task', Resource: resource, Next: 'Two' },
                  Two: {
                    Type: 'Task',
                    Resource: `${resource}.waitForTaskToken`,
                    Parameters: { 't.$': '$$.Task.Token' },
                    End: true,
                  },
                },
              },
              End: true,
            },
          },
        },
        {
          StartAt: 'Retried',
          States: {
            Retried: {
              Type: 'Task',
              Resource: resource,
              Retry: [{ ErrorEquals: ['Passing'] }],
              Next: 'Rest',
            },
            Rest: { Type: 'Wait', Seconds: 1, End: true },
          },
        },
      ],
      End: true,
    },
  },
};

/** Ids of the tasks that have an outcome. */
function outcomesIn(execution: string, history: string): readonly string[] {
  const events = history.split('\n').flatMap((line): readonly Event[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
  const placeOf = ({ at, attempt }: Event): string => `${at} ${attempt}`;
  const scheduled = new Map(
    events.filter(({ type }) => type === 'TaskScheduled').map((event) => [placeOf(event), event.id]),
  );
  return events
    .filter(({ type }) => /^Task(Succeeded|Failed)$/.test(type))
    .map((event) => `${execution}#${scheduled.get(placeOf(event))}`);
}

killed(
  'leave executions that go on: nothing is lost, nothing that has an outcome is done again',
  async () => {
    const folder = newFolder({ 'log.txt': '' });
    const script = join(folder, 'host.mjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'killed-host.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {
        // In two parts: what compiles this file would fill it in.
        js: `import { createRequire } from 'node:module'; const require = createRequire(${'import.meta'}.url);`,
      },
    });
    const log = join(folder, 'log.txt');
    const orchestrator = open(folder);
    await install(orchestrator, definition);
    const items = Array.from({ length: 25 }, (_, index) => index);
    const execution = await orchestrator.start(machineArn, 'a', { items });
    const history = join(folder, 'executions/machine/a/history.jsonl');
    writeFileSync(history, '');

    let kills = 0;
    while ((await orchestrator.describe(execution))?.status === 'RUNNING') {
      assert.ok(kills < 100);
      const outcomes = outcomesIn(execution, readFileSync(history, 'utf8'));
      const begun = readFileSync(log, 'utf8').length;
      const host = spawn(process.execPath, [script, folder, log], { stdio: 'inherit' });
      await setTimeout(50 + Math.random() * 150);
      host.kill('SIGKILL');
      await once(host, 'exit');
      kills++;
      const again = readFileSync(log, 'utf8').slice(begun).split('\n');
      assert.equal(
        again.filter((task) => outcomes.includes(task)),
        [],
      );
      const events = await orchestrator.history(execution, 0);
      assert.equal(
        events.map(({ id }) => id),
        events.map((_, index) => index + 1),
      );
    }
    const { status, output } = (await orchestrator.describe(execution))!;
    assert.is(status, 'SUCCEEDED');
    assert.equal(output, [items.map(() => 'answered'), {}]);
    assert.ok(kills >= 10, `${kills} kills`);
    const done = outcomesIn(execution, readFileSync(history, 'utf8'));
    const begun = new Set(readFileSync(log, 'utf8').split('\n'));
    assert.equal(
      done.filter((task) => !begun.has(task)),
      [],
    );
    assert.is(new Set(done).size, done.length);
    assert.is(done.length, 1 + 2 * items.length + 3);
  },
);

killed.run();
