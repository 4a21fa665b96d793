import { createHash } from 'node:crypto';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Asset } from '../../src/cloudformation/template.js';
import { readDistribution } from '../../src/distribution/read.js';
import { verify } from '../../src/distribution/verify.js';
import { newFolder } from '../folder.js';
import { oracle, packed, refused, told } from './project.js';

const assets = suite('assets');

const named = (path: string, form: Asset['form'], resource = 'Api'): Asset => ({
  template: 'templates/api.yaml',
  pointer: ['Resources', resource, 'Properties', 'CodeUri'],
  path,
  form,
});

const files = {
  'templates/api.yaml': '{}',
  'code/index.js': 'exports.handler = 1',
  'code/node_modules/lib/index.js': 'lib',
  'code/.env': 'A=1',
  'code/.DS_Store': '',
};

assets('that are code become zips named by their digest, whatever is ignored elsewhere', async () => {
  const root = newFolder({ ...files, '.planccignore': 'code/\n' });
  chmodSync(join(root, 'code/index.js'), 0o700);
  const { file } = await packed(root, { assets: [named('code', 'zip')] });
  const read = await readDistribution(file);
  assert.ok('manifest' in read);
  const [asset] = read.manifest.assets;
  const zip = await read.part(asset!.path);
  assert.ok(Buffer.isBuffer(zip));
  assert.is(asset!.path, `assets/${createHash('sha256').update(zip).digest('hex')}.zip`);
  assert.is(asset!.template, 'templates/api.yaml');
  assert.equal(asset!.pointer, ['Resources', 'Api', 'Properties', 'CodeUri']);
  assert.ok(!read.manifest.files.some(({ path }) => path.startsWith('files/code/')));

  const folder = newFolder();
  if (oracle('unzip', '-q', file, asset!.path, '-d', folder) === undefined) return;
  oracle('unzip', '-tq', join(folder, asset!.path));
  const listing = oracle('unzip', '-Z', '-T', join(folder, asset!.path))!.toString();
  assert.equal(
    listing
      .split('\n')
      .filter((line) => line.startsWith('-'))
      .map((line) => line.replace(/ +/g, ' ')),
    [
      '-rw-r--r-- 2.0 unx 3 b- stor 19800101.000000 .env',
      '-rwxr-xr-x 2.0 unx 19 b- stor 19800101.000000 index.js',
      '-rw-r--r-- 2.0 unx 3 b- stor 19800101.000000 node_modules/lib/index.js',
    ],
  );
});

assets('that hold the same bytes are packed once', async () => {
  const root = newFolder({ ...files, 'copy/a.js': 'a', 'original/a.js': 'a', 'other/a.js': 'b' });
  const paths = ['original', 'copy', 'other', 'original'];
  const { file } = await packed(root, {
    assets: paths.map((path, index) => named(path, 'zip', `F${index}`)),
  });
  const read = await readDistribution(file);
  assert.ok('manifest' in read);
  const [first, second, third, fourth] = read.manifest.assets.map(({ path }) => path);
  assert.is(first, second);
  assert.is(first, fourth);
  assert.is.not(first, third);
  const zips = read.manifest.files.map(({ path }) => path).filter((path) => path.startsWith('assets/'));
  assert.equal(zips, [first, third].sort());
  assert.ok('id' in (await verify(file)));
});

assets('that are one file of code become a zip of it', async () => {
  const root = newFolder({ ...files, 'handler.py': 'def handler(): pass' });
  const { file } = await packed(root, { assets: [named('handler.py', 'zip')] });
  const read = await readDistribution(file);
  assert.ok('manifest' in read);
  const zip = await read.part(read.manifest.assets[0]!.path);
  assert.ok(Buffer.isBuffer(zip) && zip.includes('handler.py') && zip.includes('def handler(): pass'));
});

assets('that are files or templates are the files of the project, even ignored ones', async () => {
  const root = newFolder({
    ...files,
    'x/api.json': '{}',
    'x/nested.yaml': '{}',
    'x/y': '',
    '.planccignore': 'x\ntemplates\n',
  });
  const { file } = await packed(root, {
    assets: [named('x/api.json', 'file'), named('x/nested.yaml', 'template')],
  });
  const read = await readDistribution(file);
  assert.ok('manifest' in read);
  assert.equal(
    read.manifest.assets.map(({ path }) => path),
    ['files/x/api.json', 'files/x/nested.yaml'],
  );
  const paths = read.manifest.files.map(({ path }) => path);
  assert.ok(paths.includes('files/templates/api.yaml'));
  assert.ok(!paths.includes('files/x/y'));
});

assets('that are not there are refused at their place in the template', async () => {
  const root = newFolder(files);
  symlinkSync('/etc', join(root, 'outside'));
  const exclude = ['outside'];
  const problems = await refused(root, { exclude, assets: [named('nowhere', 'zip')] });
  assert.equal(told({ problems }), ['PLAN6010 `nowhere`, which the template names, does not exist']);
  assert.equal(problems[0]!.place, {
    file: 'templates/api.yaml',
    path: ['Resources', 'Api', 'Properties', 'CodeUri'],
  });
  assert.equal(told({ problems: await refused(root, { exclude, assets: [named('outside', 'zip')] }) }), [
    'PLAN6010 `outside`, which the template names, is outside the project',
  ]);
  assert.equal(told({ problems: await refused(root, { exclude, assets: [named('api.json', 'file')] }) }), [
    'PLAN6010 `api.json`, which the template names, does not exist',
  ]);
  const inRepository = newFolder({ ...files, '.git/api.json': '{}' });
  assert.equal(
    told({ problems: await refused(inRepository, { assets: [named('.git/api.json', 'file')] }) }),
    ['PLAN6010 `.git/api.json`, which the template names, is never packed'],
  );
});

assets('are refused with what is wrong inside of them', async () => {
  const root = newFolder(files);
  symlinkSync('/etc/hostname', join(root, 'code/host'));
  const problems = await refused(root, { exclude: ['code'], assets: [named('code', 'zip')] });
  assert.equal(told({ problems }), [
    'PLAN6001 `code/host` is a link to `/etc/hostname`, which is outside the project',
  ]);
});

assets.run();
