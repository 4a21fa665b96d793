import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diskProject } from '../../src/source/disk.js';
import type { Project } from '../../src/source/project.js';
import { virtualProject } from '../../src/source/virtual.js';
import { newFolder, write } from '../folder.js';

const projects = suite('files of a project');

const files = {
  'plan.yaml': 'Name: shop\n',
  'templates/b.yaml': 'B\n',
  'templates/a.yaml': '\uFEFFA\n',
  'templates/nested/c.yaml': '',
};

const folder = newFolder();
const root = join(folder, 'root');

projects.before(() => {
  for (const [path, text] of Object.entries({ ...files, '../beside/secret.yaml': 'S\n' }))
    write(root, path, text);
  writeFileSync(join(root, 'image.png'), Buffer.from([0x89, 0x50, 0xff]));
  symlinkSync('templates/a.yaml', join(root, 'link.yaml'));
  symlinkSync('templates', join(root, 'linked'));
  symlinkSync('../beside', join(root, 'out'));
  symlinkSync('../beside/secret.yaml', join(root, 'secret.yaml'));
  symlinkSync('loop', join(root, 'loop'));
  symlinkSync('gone', join(root, 'dangling'));
});

const both: readonly (readonly [string, () => Project])[] = [
  ['on the disk', () => diskProject(root)],
  ['in memory', () => virtualProject({ ...files, 'templates/a.yaml': 'A\n' })],
];

for (const [name, open] of both) {
  projects(`kinds, texts and lists ${name}`, () => {
    const project = open();
    assert.is(project.kind('plan.yaml'), 'file');
    assert.is(project.kind('templates'), 'folder');
    assert.is(project.kind('./templates/../templates//nested/'), 'folder');
    assert.is(project.kind(''), 'folder');
    assert.is(project.kind('.'), 'folder');
    assert.is(project.kind('template'), undefined);
    assert.is(project.read('plan.yaml'), 'Name: shop\n');
    assert.is(project.read('templates/a.yaml'), 'A\n', 'without a byte order mark');
    assert.is(project.read('templates/nested/c.yaml'), '');
    assert.is(project.read('templates'), undefined);
    assert.is(project.read('nothing.yaml'), undefined);
    assert.equal(project.list('templates'), ['a.yaml', 'b.yaml', 'nested']);
    assert.equal(project.list('plan.yaml'), []);
    assert.equal(project.list('nothing'), []);
    assert.ok(project.list('').includes('plan.yaml'));
  });

  projects(`what is outside does not exist ${name}`, () => {
    const project = open();
    const outside = [
      '..',
      '../beside',
      '../beside/secret.yaml',
      'templates/../../beside/secret.yaml',
      '/',
      '/etc/passwd',
    ];
    for (const path of [
      ...outside,
      join(folder, 'root/plan.yaml'),
      '../root/plan.yaml',
      'plan.yaml\0',
      'a\0b',
    ]) {
      assert.is(project.kind(path), undefined, path);
      assert.is(project.read(path), undefined, path);
      assert.equal(project.list(path), [], path);
    }
  });
}

projects('links are followed inside, and lead nowhere outside', () => {
  const project = diskProject(root);
  assert.is(project.read('link.yaml'), 'A\n');
  assert.is(project.read('linked/b.yaml'), 'B\n');
  for (const path of ['out', 'out/secret.yaml', 'secret.yaml', 'loop', 'dangling', 'loop/x']) {
    assert.is(project.kind(path), undefined, path);
    assert.is(project.read(path), undefined, path);
    assert.equal(project.list(path), [], path);
  }
});

projects('what is in the way is told, and nothing of what is not there', () => {
  const project = diskProject(root);
  const codeOf = (path: string) => project.trouble(path)?.code;
  assert.equal(['out', 'out/secret.yaml', 'secret.yaml'].map(codeOf), ['PLAN6001', 'PLAN6001', 'PLAN6001']);
  assert.equal(['dangling', 'dangling/x', 'loop', 'loop/x'].map(codeOf), [
    'PLAN6002',
    'PLAN6002',
    'PLAN6003',
    'PLAN6003',
  ]);
  assert.is(codeOf('image.png'), 'PLAN0011');
  for (const path of ['', 'plan.yaml', 'link.yaml', 'linked', 'nothing', 'plan.yaml/x', '../beside', 'a\0b'])
    assert.is(codeOf(path), undefined, path);
});

projects('a root that is itself a link, or is not there', () => {
  symlinkSync('root', join(folder, 'alias'));
  assert.is(diskProject(join(folder, 'alias')).read('plan.yaml'), 'Name: shop\n');
  assert.is(diskProject(join(folder, 'nothing')).kind('plan.yaml'), undefined);
});

projects('what is no text, or may not be read, has none', () => {
  const project = diskProject(root);
  assert.is(project.kind('image.png'), 'file');
  assert.is(project.read('image.png'), undefined);
  if (process.getuid?.() === 0) return;
  writeFileSync(join(root, 'locked.yaml'), 'x');
  chmodSync(join(root, 'locked.yaml'), 0);
  assert.is(project.read('locked.yaml'), undefined);
});

projects('a file is read once', () => {
  const project = diskProject(root);
  writeFileSync(join(root, 'changing.yaml'), 'before');
  assert.is(project.read('changing.yaml'), 'before');
  writeFileSync(join(root, 'changing.yaml'), 'after');
  assert.is(project.read('changing.yaml'), 'before');
});

projects.run();
