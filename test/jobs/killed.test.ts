import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { foldersOf } from '../../src/engines/local/folders.js';
import { createJobs } from '../../src/engines/local/jobs/index.js';
import { runnerPlace, runnersIn } from '../../src/engines/local/jobs/places.js';
import { runnersOf } from '../../src/engines/local/jobs/runners.js';
import { placesIn } from '../../src/engines/local/orchestrator/places.js';
import { watchTokens } from '../../src/engines/local/orchestrator/tokens.js';
import { createStore } from '../../src/engines/local/store/index.js';
import { isHeld } from '../../src/engines/local/store/lock.js';
import type { Job } from '../../src/ports/jobs.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import { bin } from '../cli/plancc.js';
import { newFolder } from '../folder.js';
import { aJob, ship } from './shipped.js';

const killed = suite('runners that are killed');

/** The command line that does the jobs of a runner below a root. */
const worker = (root: string) => [process.execPath, bin, 'worker', '--store', root, '--runner'];
const children = new Set<ChildProcess>();
const end = new AbortController();
const { signal } = end;

/** The folders of a local engine, with what its interpreter does for tokens. */
async function newEngine() {
  const root = join(newFolder(), 'plancc');
  const folders = foldersOf(root);
  const distribution = await ship(createStore(folders.store), {});
  const tokens = watchTokens(placesIn(folders.engine), signal);
  const jobs = createJobs(folders, {});
  const marks = newFolder();
  return {
    root,
    folders,
    mark: (name: string): string =>
      existsSync(join(marks, name)) ? readFileSync(join(marks, name), 'utf8') : '',
    /** Gives what the state is told. */
    submit: async (Commands: readonly string[]): Promise<{ readonly told: Promise<Answer> }> => {
      const job: Job = aJob(distribution, { Commands, Environment: { MARKS: marks } });
      tokens.open(job.token);
      await jobs.submit(job);
      return { told: tokens.wait(job.token, { signal, onHeartbeat: () => {} }) };
    },
    /** Starts the process of the only runner. */
    start: (): ChildProcess => {
      const [program, ...words] = [...worker(root), runnersIn(folders.jobs)[0]!];
      const child = spawn(program!, words, { stdio: 'inherit' });
      children.add(child);
      return child;
    },
  };
}

killed.after(() => {
  end.abort();
  for (const child of children) child.kill('SIGKILL');
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setTimeout(10);
}

/** One that has ended may still be listed, until its parent has asked how. */
const isAlive = (pid: string): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', pid.trim()], { encoding: 'utf8' }).stdout.trim());

const lost: Answer = { error: 'JobTimedOut', cause: 'the runner `default` was lost while it did the job' };

killed('jobs end with their runner; the next one says so, and does what was not begun', async () => {
  const { submit, start, mark } = await newEngine();
  const begun = await submit([
    'echo x >> "$MARKS/begun"',
    'sleep 300 & echo $! > "$MARKS/child"',
    'echo $$ > "$MARKS/shell"; wait',
  ]);
  const first = start();
  await until(() => mark('shell') !== '');
  first.kill('SIGKILL');
  await until(() => !isAlive(mark('shell')) && !isAlive(mark('child')));
  const fresh = await submit(['echo did > "$PLANCC_OUTPUT"']);
  start();
  assert.equal(await begun.told, lost);
  assert.equal(await fresh.told, { output: { result: 'did' } });
  assert.is(mark('begun'), 'x\n');
});

killed('nothing is begun while a job of a killed runner is still ending', async () => {
  const { submit, start, mark } = await newEngine();
  const stubborn = await submit([
    "trap '' TERM; (trap '' TERM; for i in $(seq 300); do sleep 1; done) & echo $! > \"$MARKS/stubborn\"; wait",
  ]);
  const first = start();
  await until(() => mark('stubborn') !== '');
  first.kill('SIGKILL');
  const next = await submit(['ps -o stat= -p "$(cat "$MARKS/stubborn")" > "$PLANCC_OUTPUT" || true']);
  start();
  assert.equal(await stubborn.told, lost);
  const answer = await next.told;
  assert.match(JSON.stringify(answer), /^\{"output":(\{\}|\{"result":"Z.*"\})\}$/, 'it has ended');
});

killed('a runner is started for jobs that have none, once, and ends when its root is removed', async () => {
  const { submit, folders, root } = await newEngine();
  const runners = runnersOf(folders.jobs, worker(root));
  assert.not.ok(runners.areBusy());
  const job = await submit(['ps -o ppid= -p $$ > "$PLANCC_OUTPUT"']);
  assert.ok(runners.areBusy());
  runners.start();
  runners.start();
  const first = await job.told;
  await until(() => !runners.areBusy());
  const warm = await submit(['ps -o ppid= -p $$ > "$PLANCC_OUTPUT"']);
  runners.start();
  assert.equal(await warm.told, first, 'the same process');
  const { lock } = runnerPlace(folders.jobs, runnersIn(folders.jobs)[0]!);
  assert.ok(isHeld(lock));
  const pid = 'output' in first ? String((first.output as { readonly result: string }).result) : '';
  rmSync(root, { recursive: true, force: true });
  await until(() => !isAlive(pid));
});

killed('two processes do not do the same jobs', async () => {
  const { submit, start, mark } = await newEngine();
  const jobs = await Promise.all(
    Array.from({ length: 6 }, (_, index) => submit([`echo ${index} >> "$MARKS/done"`, 'sleep 0.1'])),
  );
  const exits = [start(), start(), start()].map((child) => once(child, 'exit'));
  for (const { told } of jobs) assert.equal(await told, { output: {} });
  assert.equal(mark('done').trim().split('\n').sort(), ['0', '1', '2', '3', '4', '5']);
  assert.equal(await Promise.any(exits), [0, null], 'one that was not needed');
});

killed.run();
