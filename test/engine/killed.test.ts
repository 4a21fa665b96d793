import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Engine } from '../../src/engines/local/engine.js';
import { hasEnded, readDeployment } from '../../src/environment/deployments.js';
import type { DeploymentName } from '../../src/environment/keys.js';
import { bin, environment } from '../cli/plancc.js';
import { newFolder } from '../folder.js';
import { newEngine } from './deploy.js';

const killed = suite('deployments that are killed');

/** Every job says when it began, and does something that takes a moment. One whose runner was killed is tried again. */
const job = (name: string) => `
        Retry: [{ ErrorEquals: [JobTimedOut], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 50 }]
        Properties:
          Environment: { ENTRY: "${name}" }
          Commands:
            - echo "$ENTRY $(date +%s%N)" >> "$MARKS/begun"
            - sleep 0.0$((RANDOM % 10))
            - printf '{"did":"%s"}' "$ENTRY" > "$PLANCC_OUTPUT"`;

const plan = `Name: often-killed
Version: 1.0.0
Outputs: { First: "\${{ States.First.did }}", Left: "\${{ States.Left.did }}" }
States:
  First:
        Type: runner${job('First')}
  Stack:
    Type: cfn
    Properties: { StackName: killed, Template: stack.yaml }
  Both:
    Type: Parallel
    Branches:
      - States:
          Left:
            Type: runner${job('Left').replaceAll('\n', '\n    ')}
          After left: { Type: Wait, Seconds: 1 }
      - States:
          Right:
            Type: runner${job('Right').replaceAll('\n', '\n    ')}
  Each:
    Type: Map
    ItemsPath: $.parameters.Items
    ItemProcessor:
      States:
        One:
            Type: runner${job('One ${{ Item }}').replaceAll('\n', '\n    ')}
Parameters:
  Items: { Type: List, Default: [a, b, c] }
`;
const stack = 'Resources:\n  Topic: { Type: AWS::SNS::Topic }\n';

/** Runs a host that is killed, with the runners that it has started or not: a while after something was done, or at any time. */
async function hostFor(
  milliseconds: number,
  root: string,
  marks: string,
  isAtWork: () => Promise<boolean>,
): Promise<void> {
  const host = spawn(process.execPath, [bin, 'host', '--store', root], {
    stdio: 'ignore',
    env: environment({ MARKS: marks }),
  });
  const ended = new Promise((resolve) => host.on('exit', resolve));
  const waits = Math.random() < 0.9;
  while (waits && host.exitCode === null && !(await isAtWork())) await setTimeout(10);
  await Promise.race([setTimeout(milliseconds), ended]);
  host.kill('SIGKILL');
  await ended;
}

/** Ids of the processes that do jobs of this root. */
const runnersOf = (root: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return words.includes('worker') && words.includes(root);
      } catch {
        return false;
      }
    })
    .map(Number);

/** Every document can be read, at any time. */
async function readAll({ store }: Engine): Promise<void> {
  for (const key of await store.list('')) {
    const found = await store.get(key);
    if (found !== undefined && key.endsWith('.json')) JSON.parse(found.body.toString('utf8'));
  }
}

/** How much was done for a deployment: events of its execution and of the one that drives it, and jobs that began. */
async function done({ orchestrator, store }: Engine, named: DeploymentName, begun: string): Promise<number> {
  const { driver, execution } = (await readDeployment(store, named)) ?? {};
  const histories = [driver, execution].map((one) => (one === undefined ? [] : orchestrator.history(one, 0)));
  const jobs = existsSync(begun) ? statSync(begun).size : 0;
  return (await Promise.all(histories)).flat().length + jobs;
}

/** When each state's success was recorded, in milliseconds since 1970. */
async function succeeded({ orchestrator }: Engine, execution: string) {
  const history = await orchestrator.history(execution, 0);
  assert.equal(
    history.map(({ id }) => id),
    history.map((_, index) => index + 1),
    'events are numbered one after the other',
  );
  return history
    .filter(({ type }) => type === 'TaskSucceeded')
    .map(({ timestamp, taskSucceededEventDetails }) => ({
      at: Date.parse(timestamp),
      did: String(JSON.parse(String((taskSucceededEventDetails as { output?: string }).output)).did),
    }));
}

killed('go on, lose nothing, and repeat nothing that was reported', async () => {
  const marks = newFolder();
  const begun = join(marks, 'begun');
  const { root, engine, request } = await newEngine();
  const entries = ['First', 'Left', 'One a', 'One b', 'One c', 'Right'];
  // Of those killed while they start, few have done anything.
  let kills = 0;
  let tried = 0;
  for (let round = 0; kills < 100; round++) {
    const named: DeploymentName = await request({
      'plan.yaml': plan.replace('1.0.0', `1.0.${round}`),
      'stack.yaml': stack,
    });
    for (;;) {
      const record = await readDeployment(engine.store, named);
      if (record !== undefined && hasEnded(record)) break;
      const before = await done(engine, named, begun);
      const isAtWork = async () => (await done(engine, named, begun)) > before;
      await hostFor(Math.random() * 350, root, marks, isAtWork);
      tried++;
      if (await isAtWork()) kills++;
      if (Math.random() < 0.3) for (const pid of runnersOf(root)) process.kill(pid, 'SIGKILL');
      await readAll(engine);
    }
    const record = (await readDeployment(engine.store, named))!;
    assert.is(record.status, 'succeeded', JSON.stringify(record.failure));
    assert.equal(record.outputs, { First: 'First', Left: 'Left' });
    const reported = await succeeded(engine, record.execution!);
    assert.equal(reported.map(({ did }) => did).sort(), entries, 'every job succeeded once');
    const lines = readFileSync(begun, 'utf8').trim().split('\n');
    const started = Date.parse(record.started!);
    for (const line of lines) {
      const [, entry, nanoseconds] = /^(.*) (\d+)$/.exec(line)!;
      const at = Number(BigInt(nanoseconds!) / 1_000_000n);
      if (at < started) continue;
      const { at: success } = reported.find(({ did }) => did === entry)!;
      assert.ok(at <= success, `${entry} began again at ${at} after its success at ${success}`);
    }
  }
  for (const pid of runnersOf(root)) process.kill(pid, 'SIGKILL');
  assert.ok(kills * 2 > tried, `${kills} of ${tried} kills hit work`);
});

killed.run();
