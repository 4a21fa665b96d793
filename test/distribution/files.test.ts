import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Asset } from '../../src/cloudformation/template.js';
import { type PackInput, pack } from '../../src/distribution/pack.js';
import { readDistribution } from '../../src/distribution/read.js';
import { newFolder } from '../folder.js';
import { oracle, packed, packInput, parts, pathsIn, refused, told } from './project.js';

const files = suite('files of a package');

/** Paths and contents in a distribution of a folder. */
async function filesOf(root: string): Promise<Record<string, string>> {
  const { file } = await packed(root);
  const read = await readDistribution(file);
  if ('problems' in read) throw new Error(told(read).join());
  const found: Record<string, string> = {};
  for (const path of pathsIn(read.manifest)) found[path] = String(await read.part(`files/${path}`));
  return found;
}

files('behind links inside the project are stored as files', async () => {
  const root = newFolder({ 'common/a.txt': 'a', 'common/deep/b.txt': 'b', 'app/c.txt': 'c' });
  symlinkSync('../common', join(root, 'app/common'));
  symlinkSync(join(root, 'app/c.txt'), join(root, 'd.txt'));
  assert.equal(await filesOf(root), {
    'app/c.txt': 'c',
    'app/common/a.txt': 'a',
    'app/common/deep/b.txt': 'b',
    'd.txt': 'c',
    'common/a.txt': 'a',
    'common/deep/b.txt': 'b',
  });
});

files('of a project that is itself reached by a link are found', async () => {
  const root = newFolder({ 'real/a.txt': 'a' });
  symlinkSync('real', join(root, 'link'));
  assert.equal(await filesOf(join(root, 'link')), { 'a.txt': 'a' });
});

files('behind a link out of the project are refused at the link', async () => {
  const root = newFolder({ 'a/b.txt': '' });
  symlinkSync('/etc/hostname', join(root, 'a/absolute'));
  symlinkSync('../..', join(root, 'a/relative'));
  const problems = await refused(root);
  assert.equal(problems.map(({ message }) => message).sort(), [
    '`a/absolute` is a link to `/etc/hostname`, which is outside the project',
    '`a/relative` is a link to `../..`, which is outside the project',
  ]);
  assert.equal(problems.map(({ place }) => place.file).sort(), ['a/absolute', 'a/relative']);
});

files('behind broken links and circles of links are refused', async () => {
  const root = newFolder({ 'a/b/c.txt': '' });
  symlinkSync('nowhere', join(root, 'broken'));
  symlinkSync('self', join(root, 'self'));
  symlinkSync('../../a', join(root, 'a/b/up'));
  assert.equal(told({ problems: await refused(root) }).sort(), [
    'PLAN6002 `broken` is a link to `nowhere`, which does not exist',
    'PLAN6003 `a/b/up` is a link to `../../a`, which leads back to itself',
    'PLAN6003 `self` is a link to `self`, which leads back to itself',
  ]);
});

files('that are left out may be anything', async () => {
  const root = newFolder({ '.planccignore': 'broken\nout\n', 'a.txt': 'a' });
  symlinkSync('nowhere', join(root, 'broken'));
  symlinkSync('/etc', join(root, 'out'));
  assert.equal(Object.keys(await filesOf(root)), ['.planccignore', 'a.txt']);
});

files('must be regular', async () => {
  const root = newFolder({ 'a.txt': 'a' });
  oracle('mkfifo', join(root, 'pipe'));
  const server = createServer().listen(join(root, 'socket'));
  await new Promise((resolve) => server.once('listening', resolve));
  const problems = await refused(root);
  server.close();
  assert.equal(told({ problems }).sort(), [
    'PLAN6004 `pipe` is a named pipe and cannot be packed',
    'PLAN6004 `socket` is a socket and cannot be packed',
  ]);
});

files('must not differ in case or Unicode form alone', async () => {
  const root = newFolder({ 'a/Readme.md': '', 'a/README.md': '', '\u00e9': '', 'e\u0301': '', b: '' });
  assert.equal(told({ problems: await refused(root) }), [
    'PLAN6005 `a/README.md` and `a/Readme.md` are one name on systems that ignore case or Unicode form',
    'PLAN6005 `e\u0301` is there in two Unicode forms (as with `é` of one or two characters), which are one name on some systems',
  ]);
});

files('and folders must not differ in case alone', async () => {
  const root = newFolder({ 'X/a': '', x: '', 'a/Dir/1': '', 'a/Dir/2': '', 'a/dir/1': '', 'a/dir/2': '' });
  assert.equal(told({ problems: await refused(root) }), [
    'PLAN6005 `a/Dir` and `a/dir` are one name on systems that ignore case or Unicode form',
    'PLAN6005 `X` and `x` are one name on systems that ignore case or Unicode form',
  ]);
});

files('must have paths of up to 1,024 bytes', async () => {
  const name = 'ä'.repeat(100);
  const fits = [name, name, name, name, `${name}${'x'.repeat(20)}`].join('/');
  assert.is(Buffer.byteLength(fits), 1024);
  assert.equal(Object.keys(await filesOf(newFolder({ [fits]: '' }))), [fits]);
  assert.equal(told({ problems: await refused(newFolder({ [`${fits}x`]: '' })) }), [
    'PLAN6006 the path is 1,025 bytes long; a distribution takes paths of up to 1,024',
  ]);
});

files('must have names that every system can hold', async () => {
  const root = newFolder({ 'a\\b': '', 'line\nbreak': '', 'good.txt': '' });
  writeFileSync(Buffer.concat([Buffer.from(`${root}/latin-`), Buffer.from([0xe9])]), '');
  assert.equal(told({ problems: await refused(root) }).sort(), [
    'PLAN6007 the name of `a\\b` contains a backslash',
    'PLAN6007 the name of `latin-\ufffd` is not valid UTF-8',
    'PLAN6007 the name of `line\nbreak` contains a control character',
  ]);
});

files('and folders must be readable', async () => {
  const root = newFolder({ 'folder/a.txt': '', 'open.txt': '' });
  chmodSync(root, 0o755);
  chmodSync(join(root, 'folder'), 0);
  const folder = await withoutPrivileges(root);
  chmodSync(join(root, 'folder'), 0o755);
  chmodSync(join(root, 'open.txt'), 0);
  const file = await withoutPrivileges(root);
  assert.equal(told(folder), ['PLAN6008 `folder` cannot be read: permission denied']);
  assert.equal(told(file), ['PLAN6008 `open.txt` cannot be read: permission denied']);
});

files('that cannot be read are all told, with what else stands in the way', async () => {
  const root = newFolder({ 'a.txt': '', 'folder/a.txt': '', 'code/b.txt': '', 'z.txt': '', 't.yaml': '{}' });
  chmodSync(root, 0o755);
  for (const name of ['a.txt', 'z.txt', 'code/b.txt']) chmodSync(join(root, name), 0);
  const closed = ['a.txt', 'code/b.txt', 'z.txt'].map(
    (name) => `PLAN6008 \`${name}\` cannot be read: permission denied`,
  );
  assert.equal(told(await withoutPrivileges(root)), closed);
  const assets: Asset[] = [{ template: 't.yaml', pointer: [], path: 'code', form: 'zip' }];
  assert.equal(told(await withoutPrivileges(root, { assets })).sort(), closed);
  chmodSync(join(root, 'folder'), 0);
  assert.equal(told(await withoutPrivileges(root)), [
    'PLAN6008 `folder` cannot be read: permission denied',
    ...closed,
  ]);
  chmodSync(join(root, 'folder'), 0o755);
});

/** Root may read everything: for one packing it becomes nobody. */
async function withoutPrivileges(root: string, more: Partial<PackInput> = {}) {
  const input = packInput(root, more);
  const isRoot = process.geteuid?.() === 0;
  chmodSync(join(input.output, '..'), 0o777);
  if (isRoot) process.seteuid!(65534);
  try {
    return await pack(input);
  } finally {
    if (isRoot) process.seteuid!(0);
  }
}

files('that are executable for their owner are so in the distribution', async () => {
  const root = newFolder({ 'run.sh': '', 'a.txt': '' });
  chmodSync(join(root, 'run.sh'), 0o700);
  chmodSync(join(root, 'a.txt'), 0o677 & 0o666);
  const { file } = await packed(root);
  const read = await readDistribution(file);
  assert.ok('manifest' in read);
  assert.equal(
    read.manifest.files.slice(parts.length).map(({ path, mode }) => `${path} ${mode}`),
    ['files/a.txt 0644', 'files/run.sh 0755'],
  );
  mkdirSync(join(root, 'out'));
  if (oracle('unzip', '-q', file, '-d', join(root, 'out')) === undefined) return;
  const { stdout } = spawnSync('stat', ['-c', '%a', join(root, 'out/files/run.sh')]);
  assert.is(stdout.toString().trim(), '755');
});

/** Folders of which each has two links to the one before it: twice as many paths with each. */
function linkBomb(): string {
  const root = newFolder({ 'd0/a.txt': '' });
  for (let level = 1; level <= 30; level++) {
    mkdirSync(join(root, `d${level}`));
    for (const link of ['a', 'b']) symlinkSync(`../d${level - 1}`, join(root, `d${level}`, link));
  }
  return root;
}

files('that links multiply without end can be interrupted', async () => {
  const abort = new AbortController();
  const reason = new Error('stopped');
  setTimeout(() => abort.abort(reason), 20);
  try {
    await pack(packInput(linkBomb(), { signal: abort.signal }));
    assert.unreachable();
  } catch (error) {
    assert.is(error, reason);
  }
});

files('are at most 200,000, with those behind links', async () => {
  const root = newFolder({});
  mkdirSync(join(root, 'many'));
  for (let index = 0; index < 1000; index++) writeFileSync(join(root, 'many', `${index}`), '');
  for (let index = 0; index < 200; index++) symlinkSync('many', join(root, `link${index}`));
  assert.equal(told({ problems: await refused(root) }), [
    'PLAN6015 the project has more than 200,000 files and folders, with those behind links',
  ]);
});

files.run();
