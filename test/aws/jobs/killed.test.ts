import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { build } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadedWhenNeeded } from '../../../scripts/build.js';
import { attendJobs } from '../../../src/engines/aws/jobs/attend.js';
import { createJobs } from '../../../src/engines/aws/jobs/index.js';
import { systemClock } from '../../../src/engines/system-clock.js';
import type { Job, RunnerSettings } from '../../../src/ports/jobs.js';
import type { Answer } from '../../../src/ports/orchestrator.js';
import { newFolder } from '../../folder.js';
import { aJob, ship } from '../../jobs/shipped.js';
import { type Emulator, hasEmulator, startEmulator } from '../emulator/index.js';
import { tokensIn, worldIn } from './world.js';

const killed = suite('hosts of runners that are killed');

const program = join(newFolder(), 'host.mjs');
const children: ChildProcess[][] = [];
let emulator: Emulator;
let sqs: SQSClient;

killed.before(async () => {
  emulator = await startEmulator();
  Object.assign(process.env, emulator.environment());
  sqs = new SQSClient({});
  await build({
    entryPoints: [join(import.meta.dirname, 'host.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
    banner: { js: loadedWhenNeeded },
    logLevel: 'error',
  });
});

killed.after(async () => {
  for (const child of children.flat()) child.kill('SIGKILL');
  await emulator.stop();
});

let count = 0;

/** An environment with a runner of a plan, whose hosts are processes. */
async function newEnvironment() {
  const folder = newFolder();
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `jobs-${++count}` }));
  const { store } = worldIn(folder);
  const distribution = await ship(store, {});
  const tokens = tokensIn(folder);
  const runner: RunnerSettings = {
    Name: 'tools',
    Queue: QueueUrl!,
    TaskDefinition: 'tools:1',
    IdleTimeout: '1s',
  };
  const hosts: ChildProcess[] = [];
  const isIdle = () => hosts.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null);
  const world = {
    ...{ store, sqs, clock: systemClock, orchestrator: tokens.orchestrator },
    runner: { Queue: 'none', TaskDefinition: 'none' },
    launch: async ({ key }: { readonly key: string }) => {
      const host = spawn(process.execPath, [program, folder, key], { stdio: 'inherit' });
      hosts.push(host);
      return `arn:aws:ecs:us-east-1:123456789012:task/plancc/${hosts.length}`;
    },
    endOfTask: async () => (isIdle() ? { isChance: true, reason: 'killed' } : undefined),
  };
  children.push(hosts);
  const jobs = createJobs(world);
  return {
    ...{ hosts, store, tokens },
    isIdle,
    attend: async () => assert.equal(await attendJobs(world, 'test'), []),
    mark: (name: string): string =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '',
    submit: async (Commands: readonly string[], more: Partial<RunnerSettings> = {}): Promise<Job> => {
      const job = aJob(
        distribution,
        { Commands, Environment: { MARKS: folder } },
        { runner: { ...runner, ...more } },
      );
      tokens.open(job.token);
      await jobs.submit(job);
      return job;
    },
  };
}

const lost: Answer = { error: 'JobTimedOut', cause: 'the runner `tools` was lost while it did the job' };

/** Kills the hosts of an environment at random moments, while jobs come; gives how many were told as lost. */
async function killOften(kills: number): Promise<number> {
  const { hosts, isIdle, submit, attend, tokens, store, mark } = await newEnvironment();
  const jobs: Job[] = [];
  const submitOne = async () => {
    const id = jobs.length;
    const line = `echo x >> "$MARKS/${id}"; sleep 0.${id % 5}; echo ${id} > "$PLANCC_OUTPUT"`;
    jobs.push(await submit([line]));
  };
  const attendIn = (pause: number) => setTimeout(pause).then(attend);
  for (let killed = 0; killed < kills; ) {
    await submitOne();
    await attend();
    // Every other one while it does something, the others perhaps before that.
    const isAtWork = () => jobs.some(({ token }, id) => mark(String(id)) !== '' && !tokens.answerOf(token));
    for (let turn = 0; turn < 50 && killed % 2 === 0 && !isAtWork(); turn++) await attendIn(100);
    await setTimeout(Math.random() * 500);
    if (!isIdle() && hosts.at(-1)!.kill('SIGKILL')) killed++;
  }
  while (!isIdle() || jobs.some(({ token }) => tokens.answerOf(token) === undefined)) await attendIn(100);
  for (const [id, { token }] of jobs.entries()) {
    const answer = tokens.answerOf(token)!;
    const begun = mark(String(id));
    if ('output' in answer) assert.equal([answer.output, begun], [{ result: String(id) }, 'x\n']);
    // Its folder was made, and no command begun yet.
    else assert.ok(assert.equal(answer, lost) ?? ['x\n', ''].includes(begun), begun);
  }
  assert.equal(
    (await store.list('jobs/')).filter((key) => !key.includes('/runners/')),
    [],
  );
  return jobs.filter(({ token }) => 'error' in tokens.answerOf(token)!).length;
}

killed('no job is lost and none is begun again, however often and whenever hosts are killed', async () => {
  const numbers = await Promise.all([5, 5, 5, 5].map(killOften));
  assert.ok(
    numbers.some((number) => number > 0),
    'some were at work',
  );
});

killed(
  'a runner that is made anew gets another host, and the one before does what it had begun',
  async () => {
    const { hosts, submit, attend, tokens, isIdle } = await newEnvironment();
    const old = { IdleTimeout: '5m' };
    const first = await submit(['sleep 3; echo $PPID > "$PLANCC_OUTPUT"'], old);
    await setTimeout(2000);
    const second = await submit(['echo $PPID > "$PLANCC_OUTPUT"'], { TaskDefinition: 'tools:2' });
    while (!isIdle()) await setTimeout(500).then(attend);
    const [one, other] = [first, second].map(({ token }) => tokens.answerOf(token));
    assert.is.not(one, undefined);
    assert.is.not(other, undefined);
    const hostOf = (answer: Answer | undefined) => JSON.parse(JSON.stringify(answer)).output?.result;
    assert.equal([hosts[0]!.pid, hosts[1]!.pid].map(String), [hostOf(one), hostOf(other)]);
  },
);

if (hasEmulator()) killed.run();
