import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemClock } from '../../src/engines/system-clock.js';
import { usualMaxConcurrency as concurrency } from '../../src/environment/jobs/job-host.js';
import type { Clock } from '../../src/ports/clock.js';
import { newFolder, write } from '../folder.js';
import { newRunner } from './runner.js';

const lives = suite('the life of a runner');

/** One that has ended may still be listed, until its parent has asked how. */
const isAlive = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());

/** Ten minutes are a second. */
const begin = systemClock.now();
const fast: Clock = {
  now: () => begin + (systemClock.now() - begin) * 600,
  until: (time, signal) => systemClock.until(begin + (time - begin) / 600, signal),
};

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await setTimeout(5);
}

lives('every job has a copy of the files of its own, which is gone afterwards', async () => {
  const { perform } = await newRunner({ files: { 'data.txt': 'as shipped' } });
  const Commands = ['cat data.txt > "$PLANCC_OUTPUT"', 'echo changed > data.txt', 'pwd >> "$PLANCC_OUTPUT"'];
  const [first, second] = [await perform({ Commands }), await perform({ Commands })];
  for (const answer of [first, second]) {
    const [data, folder] =
      'output' in answer ? String((answer.output as { result: string }).result).split('\n') : [];
    assert.match(data!, /^as shipped/);
    await until(() => !existsSync(folder ?? data!.slice('as shipped'.length)));
  }
  assert.not.equal(first, second);
});

lives('it starts up once, does jobs at the same time, and ends when it was idle', async () => {
  const folder = newFolder();
  const { submit, run, answers, queued } = await newRunner({
    runner: { startup: ['echo started $PLANCC_QUEUE >> "$MARKS/startup"'], variables: { MARKS: folder } },
  });
  for (let job = 0; job < concurrency + 2; job++) {
    submit({
      Commands: ['echo x >> "$MARKS/running"; wc -l < "$MARKS/running" > "$PLANCC_OUTPUT"', 'sleep 0.3'],
    });
  }
  const before = performance.now();
  // What is for the runner itself, no command sees.
  process.env.PLANCC_QUEUE = 'jobs';
  await run();
  delete process.env.PLANCC_QUEUE;
  assert.ok(performance.now() - before > 100 + 600, 'it waited for more');
  assert.is(readFileSync(join(folder, 'startup'), 'utf8'), 'started\n');
  assert.is(answers.size, concurrency + 2);
  assert.is(queued.size, 0);
});

lives('a startup that fails is a failure of the job, and is done again for the next', async () => {
  const folder = newFolder();
  const startup = [
    'echo starting',
    'echo x >> "$MARKS/tried"',
    '[ $(wc -l < "$MARKS/tried") -gt 1 ] || exit 4',
  ];
  const { submit, run, answers, logs } = await newRunner({
    runner: { startup, variables: { MARKS: folder } },
  });
  const first = submit({ Commands: ['echo never'] });
  const running = run();
  await until(() => answers.has(first));
  const second = submit({ Commands: ['true'] });
  await running;
  const cause = '`Startup` of the runner `tools` exited with code 4\nstarting';
  assert.equal(answers.get(first), { error: 'JobFailed', cause });
  assert.equal(answers.get(second), { output: {} });
  assert.not.match(await logs(), 'never');
});

lives('a job that nobody waits for any more is ended with all that it started', async () => {
  const folder = newFolder();
  const { submit, run, answers, tokens, logs, queued } = await newRunner();
  const token = submit({
    Environment: { MARKS: folder },
    Commands: [
      'sh -c \'trap "" TERM; echo $$ > "$MARKS/stubborn"; sleep 60; sleep 60\' &',
      'sleep 60 & echo $! > "$MARKS/child"',
      'echo "waiting"; touch "$MARKS/ready"; wait',
    ],
  });
  const running = run();
  await until(() => existsSync(join(folder, 'ready')) && existsSync(join(folder, 'stubborn')));
  await until(async () => (await logs()).includes('waiting'));
  tokens.delete(token);
  await running;
  for (const name of ['stubborn', 'child']) {
    assert.not.ok(isAlive(Number(readFileSync(join(folder, name), 'utf8'))), name);
  }
  assert.is(answers.size, 0);
  assert.is(queued.size, 0);
  assert.match(await logs(), 'nobody waits for it any more');
});

lives('what a job leaves in the background ends with it', async () => {
  const folder = newFolder();
  const { perform } = await newRunner();
  await perform({ Environment: { MARKS: folder }, Commands: ['sleep 60 & echo $! > "$MARKS/left"'] });
  const left = Number(readFileSync(join(folder, 'left'), 'utf8'));
  await until(() => !isAlive(left));
});

lives('a retry takes over a job that still runs', async () => {
  const folder = newFolder();
  const { submit, run, answers, tokens } = await newRunner();
  const properties = {
    Environment: { MARKS: folder },
    Commands: [
      'echo x >> "$MARKS/begun"',
      'while [ ! -e "$MARKS/go" ]; do sleep 0.01; done',
      'echo done > "$PLANCC_OUTPUT"',
    ],
  };
  const first = submit(properties, { entry: 'Deploy@0-1' });
  const running = run();
  await until(() => existsSync(join(folder, 'begun')));
  const second = submit(properties, { entry: 'Deploy@0-1' });
  await setTimeout(30);
  tokens.delete(first);
  await setTimeout(150);
  const third = submit(properties, { entry: 'Deploy@0-1' });
  await setTimeout(30);
  write(folder, 'go', '');
  await running;
  const output = { output: { result: 'done' } };
  assert.equal(
    [...answers],
    [
      [second, output],
      [third, output],
    ],
  );
  assert.is(readFileSync(join(folder, 'begun'), 'utf8'), 'x\n');
});

lives('every job is beaten for, those that wait for room, too', async () => {
  const { submit, run, heard } = await newRunner();
  const tokens = Array.from({ length: concurrency + 1 }, () => submit({ Commands: ['sleep 0.5'] }));
  await run();
  for (const token of tokens) assert.ok(heard.filter((one) => one === token).length > 3, token);
});

lives('a job that was answered before its runner was lost is not done again', async () => {
  const folder = newFolder();
  const { submit, run, tokens, queued, answers } = await newRunner();
  const idOf = (token: string): string => token.replace('token-', '');
  const job = (): string => submit({ Environment: { MARKS: folder }, Commands: ['touch "$MARKS/begun"'] });
  const told = job();
  tokens.delete(told);
  const untold = job();
  queued.get(idOf(untold))!.progress = { answer: { output: { result: 'said before' } } };
  const begun = job();
  queued.get(idOf(begun))!.progress = { folder: join(folder, 'gone') };
  await run();
  assert.not.ok(existsSync(join(folder, 'begun')));
  assert.equal(
    [...answers],
    [
      [untold, { output: { result: 'said before' } }],
      [begun, { error: 'JobTimedOut', cause: 'the runner `tools` was lost while it did the job' }],
    ],
  );
  assert.is(queued.size, 0);
});

lives('a runner that is to end tells those who wait', async () => {
  const { submit, run, answers } = await newRunner();
  const token = submit({ Commands: ['sleep 60'] });
  const end = new AbortController();
  const running = run(end.signal);
  await setTimeout(200);
  end.abort();
  await running;
  assert.equal(answers.get(token), {
    error: 'JobTimedOut',
    cause: 'the runner `tools` was lost while it did the job',
  });
});

lives('what cannot be told is given up after a while, and left to the next process', async () => {
  const folder = newFolder();
  const { host, submit, run, answers, queued } = await newRunner({ runner: { idleTimeout: '10m' } });
  const printed: string[] = [];
  const { answer } = host.orchestrator;
  const refused = async () => {
    throw new Error('nobody may do that');
  };
  Object.assign(host, { clock: fast, print: (line: string) => printed.push(line) });
  Object.assign(host.orchestrator, { answer: refused });
  const token = submit({ Environment: { MARKS: folder }, Commands: ['echo x >> "$MARKS/begun"'] });
  await run();
  assert.is(answers.size, 0);
  assert.is(queued.size, 1);
  assert.equal(
    printed.filter((line) => line.startsWith('tried again')),
    ['tried again: nobody may do that'],
  );
  Object.assign(host.orchestrator, { answer });
  await run();
  assert.equal(answers.get(token), { output: {} });
  assert.is(readFileSync(join(folder, 'begun'), 'utf8'), 'x\n');
});

lives('secrets reach the environment of commands alone', async () => {
  const secrets = { Key: 's3cr3t-value', Lines: '-----BEGIN-----\nabcdefgh\n-----END-----' };
  const { perform, logs } = await newRunner({ secrets });
  const answer = await perform({
    Environment: { KEY: '{{plancc:secret:Key}}', LINES: 'x{{plancc:secret:Lines}}' },
    Commands: [
      'for part in s3c r3t-v alue; do printf %s "$part"; sleep 0.05; done; echo',
      'echo "$LINES" | base64 --wrap=0',
      'printf "{\\"key\\": \\"%s\\"}" "$KEY" > "$PLANCC_OUTPUT"',
      'echo "{{plancc:secret:Key}}"',
      'echo "it was $KEY" >&2',
      '[ "$KEY" = other ]',
    ],
  });
  assert.is('cause' in answer && answer.cause.split('\n').at(-1), 'it was ****');
  const log = await logs();
  for (const text of [
    's3cr3t',
    'alue',
    'abcdefgh',
    Buffer.from(secrets.Lines).toString('base64').slice(4, -4),
  ]) {
    assert.not.match(log, text);
  }
  assert.match(log, '{{plancc:secret:Key}}');
  const told = await perform({
    Environment: { KEY: '{{plancc:secret:Key}}' },
    Commands: ['echo "$KEY" > "$PLANCC_OUTPUT"'],
  });
  assert.equal(told, { output: { result: '****' } });
});

lives.run();
