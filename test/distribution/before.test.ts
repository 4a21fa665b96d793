import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BeforeInput, runBefore } from '../../src/distribution/before.js';
import { newFolder } from '../folder.js';
import { oracle, told } from './project.js';

const before = suite('commands before packing');

/** Runs commands and collects what they write. */
async function run(root: string, commands: string[], more: Partial<BeforeInput> = {}) {
  const written = { stdout: '', stderr: '' };
  const result = await runBefore({
    root,
    commands,
    place: (index) => ({ file: 'plan.yaml', path: ['Package', 'Before', index] }),
    onOutput: (chunk, stream) => {
      written[stream] += chunk;
    },
    ...more,
  });
  return { result, written };
}

before('run in a copy, one after the other, and leave the project as it is', async () => {
  const root = newFolder({ 'a.txt': 'a', 'node_modules/x.js': 'x', 'deep/b.txt': 'b' });
  const { result, written } = await run(root, [
    'cp a.txt made.txt && echo made',
    'cat made.txt node_modules/x.js >&2; rm a.txt',
  ]);
  assert.ok('root' in result, told(result).join());
  assert.equal(written, { stdout: 'made\n', stderr: 'ax' });
  assert.is(basename(result.root), basename(root));
  assert.equal(readdirSync(result.root).sort(), ['deep', 'made.txt', 'node_modules']);
  assert.equal(readdirSync(root).sort(), ['a.txt', 'deep', 'node_modules']);
  result.dispose();
  assert.not(existsSync(dirname(result.root)));
});

before('see the times, links and repository of the project', async () => {
  const root = newFolder({ 'a.txt': 'a', 'deep/b.txt': 'b' });
  utimesSync(join(root, 'a.txt'), 1e9, 1e9);
  symlinkSync('../a.txt', join(root, 'deep/relative'));
  symlinkSync(join(root, 'deep'), join(root, 'absolute'));
  symlinkSync(`../${basename(newFolder())}`, join(root, 'outside'));
  oracle('git', 'init', '-q', root);
  const { result } = await run(root, ['git rev-parse --git-dir > git-dir || echo .git > git-dir']);
  assert.ok('root' in result);
  assert.is(lstatSync(join(result.root, 'a.txt')).mtimeMs, 1e12);
  assert.is(readlinkSync(join(result.root, 'deep/relative')), '../a.txt');
  assert.is(readlinkSync(join(result.root, 'absolute')), join(result.root, 'deep'));
  assert.is(dirname(readlinkSync(join(result.root, 'outside'))), dirname(root));
  assert.is(readFileSync(join(result.root, 'git-dir'), 'utf8').trim(), '.git');
  result.dispose();
});

before('end at the first that fails, with nothing left behind', async () => {
  const [root, temporary] = [newFolder(), newFolder()];
  const previous = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  const { result, written } = await run(root, ['echo one', 'echo two; exit 3', 'echo three']);
  process.env.TMPDIR = previous ?? '';
  if (previous === undefined) delete process.env.TMPDIR;
  assert.equal(told(result), ['PLAN6012 the command `echo two; exit 3` exited with code 3']);
  assert.ok('problems' in result);
  assert.equal(result.problems[0]!.place, { file: 'plan.yaml', path: ['Package', 'Before', 1] });
  assert.equal(written, { stdout: 'one\ntwo\n', stderr: '' });
  assert.equal(readdirSync(temporary), []);
});

before('that are not there are told as that', async () => {
  const { result } = await run(newFolder(), ['no-such-command-anywhere']);
  assert.equal(told(result), ['PLAN6012 the command `no-such-command-anywhere` exited with code 127']);
  assert.ok('problems' in result);
  assert.match(result.problems[0]!.help ?? '', 'no such command');
});

before('may be killed', async () => {
  const { result } = await run(newFolder(), ['kill -9 $$']);
  assert.equal(told(result), ['PLAN6012 the command `kill -9 $$` was ended by SIGKILL']);
});

before('need not wait for what they leave running', async () => {
  const started = performance.now();
  const { result } = await run(newFolder(), ['sleep 20 & echo $! > pid']);
  assert.ok('root' in result);
  process.kill(Number(readFileSync(join(result.root, 'pid'), 'utf8')));
  result.dispose();
  assert.ok(performance.now() - started < 15_000);
});

before('are ended with all they started when aborted', async () => {
  const abort = new AbortController();
  const reason = new Error('stopped');
  let copy = '';
  const onOutput = (chunk: Buffer) => {
    copy = String(chunk).trim();
    abort.abort(reason);
  };
  try {
    await run(newFolder(), ['pwd; sleep 20; echo no'], { signal: abort.signal, onOutput });
    assert.unreachable();
  } catch (error) {
    assert.is(error, reason);
  }
  assert.not(existsSync(copy));
});

before('copy nothing of the temporary folder they run in', async () => {
  const root = newFolder({ 'tmp/a.txt': 'a' });
  const previous = process.env.TMPDIR;
  process.env.TMPDIR = join(root, 'tmp');
  const { result } = await run(root, ['ls tmp']);
  process.env.TMPDIR = previous ?? '';
  if (previous === undefined) delete process.env.TMPDIR;
  assert.ok('root' in result);
  assert.equal(readdirSync(join(result.root, 'tmp')), ['a.txt']);
  result.dispose();
  assert.equal(readdirSync(join(root, 'tmp')), ['a.txt']);
});

before('cannot run in a project that cannot be copied', async () => {
  const { result } = await run('/nowhere/at/all', ['true']);
  assert.equal(told(result), [
    'PLAN6013 `/nowhere` cannot be copied for the commands of `Before`: no such file or folder',
  ]);
});

before.run();
