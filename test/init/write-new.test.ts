import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeNew } from '../../src/cli/init/write-new.js';
import { bash, bin, plancc } from '../cli/plancc.js';
import { inFolder, newFolder } from '../folder.js';
import { codesOf, contents } from './files.js';

const writing = suite('plancc init writes all or nothing');

const file = (path: string) => ({ path, text: `${path}\n` });

writing(
  'what cannot be written undoes what was, with the folders made for it',
  inFolder({ 'shop/mine.txt': 'mine' }, (cwd) => {
    const before = contents(cwd);
    for (const folder of ['shop', 'new/deep']) {
      const files = [file('plan.yaml'), file('a/b/c.txt'), file(`a/b/${'x'.repeat(300)}`), file('d.txt')];
      const [problem] = writeNew(join(cwd, folder), files);
      assert.is(problem?.code, 'PLAN6011');
      assert.match(problem!.message, 'its name is too long');
      assert.equal(contents(cwd), before);
    }
  }),
);

writing(
  'what appeared meanwhile is not overwritten',
  inFolder({ 'a/plan.yaml': 'mine' }, (cwd) => {
    const before = contents(cwd);
    assert.is(writeNew(cwd, [file('b.txt'), file('a/plan.yaml')]).length, 1);
    assert.equal(contents(cwd), before);
  }),
);

writing(
  'a folder that is a file, and a link that leads nowhere',
  inFolder({ file: '' }, (cwd) => {
    symlinkSync('nowhere', join(cwd, 'link'));
    const before = contents(cwd);
    for (const folder of ['file', 'file/below', 'link', 'link/below']) {
      const ran = plancc(['init', folder, '--name', 'shop'], { cwd });
      assert.equal([ran.status, ran.stdout, codesOf(ran)], [1, '', ['PLAN6011']], ran.stderr);
      assert.match(ran.stderr, 'nothing was written');
      assert.equal(contents(cwd), before);
    }
  }),
);

writing(
  'a link to a folder is that folder',
  inFolder({}, (cwd) => {
    mkdirSync(join(cwd, 'real'));
    symlinkSync('real', join(cwd, 'shop'));
    assert.is(plancc(['init', 'shop'], { cwd }).status, 0);
    assert.match(contents(cwd)['real/plan.yaml']!, '\nName: shop\n');
  }),
);

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

writing('a folder in which one may not write', () => {
  const folder = newFolder({ 'shop/README.md': 'mine' });
  try {
    spawnSync('chmod', ['-R', 'a+rX,a-w', folder]);
    const before = contents(folder);
    const ran = plancc(['init', 'shop'], { cwd: folder, ...(isRoot && { uid: nobody }) });
    assert.equal([ran.status, codesOf(ran)], [1, ['PLAN6011']], ran.stderr);
    assert.match(ran.stderr, 'permission denied');
    assert.equal(contents(folder), before);
  } finally {
    spawnSync('chmod', ['-R', 'u+w', folder]);
  }
});

writing(
  'a disk without room for all of it',
  inFolder({}, (cwd) => {
    // No file may become larger than 1 KiB: the first ones fit, a template does not.
    const limited = bash('ulimit -f 1; plancc init shop', { cwd });
    assert.is(limited.status, 1, limited.stderr);
    assert.match(limited.stderr, 'PLAN6011');
    assert.equal(contents(cwd), {});
  }),
);

writing('interrupted at any moment, it leaves nothing or everything', async () => {
  const whole = newFolder();
  const started = Date.now();
  plancc(['init', 'shop'], { cwd: whole });
  const took = Date.now() - started;
  const all = Object.keys(contents(whole));
  for (let run = 0; run < 12; run++) {
    const folder = newFolder();
    const child = spawn(process.execPath, [bin, 'init', 'shop'], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, (took * run) / 12));
    child.kill('SIGINT');
    await ended;
    const found = Object.keys(contents(folder));
    if (found.length > 0) assert.equal(found, all);
  }
});

writing.run();
