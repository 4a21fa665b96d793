import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { bin, good } from './plancc.js';

const interrupt = suite('interrupted build');

/** Starts a build, sends a signal when `ready` says so, and gives how it ended. */
async function interrupted(cwd: string, signal: NodeJS.Signals, ready: () => boolean, env: object = {}) {
  const child = spawn(process.execPath, [bin, 'build'], { cwd, env: { ...process.env, ...env } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const started = Date.now();
  while (!ready() && child.exitCode === null && Date.now() - started < 20_000) await setTimeout(5);
  assert.ok(ready(), 'was at work');
  child.kill(signal);
  return { status: await ended, stderr };
}

const temporary = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('.plancc-'));

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  interrupt(
    `${signal} in the middle of packing: temporary files gone, the old distribution intact`,
    inFolder({ 'plan.yaml': good, 'dist/small-1.0.0.zip': 'PK old', large: '' }, async (cwd) => {
      // Zeros on the disk take no space, and seconds to deflate.
      truncateSync(join(cwd, 'large'), 2 ** 31);
      const dist = join(cwd, 'dist');
      const growing = () => temporary(dist).some((name) => existsSync(join(dist, name, 'distribution.zip')));
      const ended = await interrupted(cwd, signal, growing);
      assert.equal(ended, { status, stderr: 'plancc: interrupted\n' });
      assert.equal(readdirSync(dist), ['small-1.0.0.zip']);
      assert.is(readFileSync(join(dist, 'small-1.0.0.zip'), 'utf8'), 'PK old');
    }),
  );
}

interrupt(
  'while a command of Package.Before runs: the command ends, the copy is gone',
  inFolder({}, async (cwd) => {
    const project = join(cwd, 'project');
    mkdirSync(project);
    mkdirSync(join(cwd, 'tmp'));
    const began = join(cwd, 'began');
    const late = join(cwd, 'late');
    const command = `touch ${began}; sleep 3; touch ${late}`;
    writeFileSync(join(project, 'plan.yaml'), `${good}Package: { Before: ["${command}"] }\n`);
    const { status, stderr } = await interrupted(project, 'SIGINT', () => existsSync(began), {
      TMPDIR: join(cwd, 'tmp'),
    });
    assert.is(status, 130);
    assert.match(stderr, /plancc: interrupted\n$/);
    assert.equal(readdirSync(join(cwd, 'tmp')), []);
    assert.equal(readdirSync(project), ['plan.yaml']);
    await setTimeout(3200);
    assert.not.ok(existsSync(late));
  }),
);

interrupt(
  'twice, while a command of Package.Before does not listen: it is killed, the copy is gone',
  inFolder({}, async (cwd) => {
    const project = join(cwd, 'project');
    const tmp = join(cwd, 'tmp');
    const beat = join(cwd, 'beat');
    mkdirSync(project);
    mkdirSync(tmp);
    const command = `trap '' TERM INT; while :; do date +%N > ${beat}; sleep 0.02; done`;
    writeFileSync(join(project, 'plan.yaml'), `${good}Package: { Before: [${JSON.stringify(command)}] }\n`);
    const env = { ...process.env, TMPDIR: tmp };
    const child = spawn(process.execPath, [bin, 'build', '-q'], { cwd: project, env });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!existsSync(beat)) await setTimeout(5);
    child.kill('SIGINT');
    await setTimeout(200);
    child.kill('SIGINT');
    assert.is(await ended, 130);
    assert.equal(readdirSync(tmp), []);
    const last = readFileSync(beat, 'utf8');
    await setTimeout(300);
    assert.is(readFileSync(beat, 'utf8'), last, 'the command has ended');
  }),
);

interrupt.run();
