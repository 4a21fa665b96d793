import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder, write } from '../../folder.js';
import { good, plancc } from '../plancc.js';

const place = suite('where local environments are');

const deploy = ['deploy', '--env', 'dev', '--quiet'];
const plan = good.replace('Seconds: 1', 'Seconds: 0');

place(
  'git does not see them',
  inFolder({ 'plan.yaml': plan }, (cwd) => {
    execFileSync('git', ['init', '--quiet'], { cwd });
    assert.is(plancc(deploy, { cwd }).status, 0);
    const seen = execFileSync('git', ['status', '--short', '--untracked-files=all'], {
      cwd,
      encoding: 'utf8',
    });
    assert.is(seen, '?? plan.yaml\n');
  }),
);

// As in a container that is given a user by number; only root can be another user.
const asNobody = process.getuid?.() === 0 ? place : place.skip;
asNobody(
  'a user without a name is called by the number',
  inFolder({}, (folder) => {
    const cwd = join(folder, 'theirs');
    mkdirSync(cwd);
    write(cwd, 'plan.yaml', plan);
    for (const open of [folder, cwd]) chmodSync(open, 0o777);
    const deployed = plancc(deploy, { cwd, uid: 54321, env: { HOME: cwd } });
    assert.is(deployed.status, 0, deployed.stderr);
    assert.match(plancc(['history'], { cwd }).stdout, / user 54321 /);
  }),
);

place(
  'who looks at what a killed host has left starts another one',
  inFolder({ 'plan.yaml': good.replace('Seconds: 1', 'Seconds: 2') }, async (cwd) => {
    assert.is(plancc(['deploy', '--env', 'dev', '--no-follow', '--quiet'], { cwd }).status, 0);
    const host = execFileSync('pgrep', ['-f', `host --store ${cwd}/.plancc`], { encoding: 'utf8' });
    process.kill(Number(host), 'SIGKILL');
    for (const until = Date.now() + 20_000; ; ) {
      const { stdout } = plancc(['status'], { cwd });
      if (/small +1\.0\.0\n/.test(stdout)) break;
      assert.ok(Date.now() < until, stdout);
      await setTimeout(200);
    }
  }),
);

place.run();
