import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plancc } from '../cli/plancc.js';
import { inFolder, remove } from '../folder.js';

const removed = suite('environments that are removed');

const plan = `Name: counting
Version: 1.0.0
Runners: { quick: { Image: any, IdleTimeout: 20s } }
States:
  Count:
    Type: runner
    Properties: { Runner: quick, Commands: ['echo once >> "$COUNTED"'] }
`;

removed(
  'what did their work does nothing for those that are made anew in their place',
  inFolder({ 'plan.yaml': plan }, (cwd) => {
    const counted = join(cwd, 'counted');
    const deploy = () => {
      rmSync(counted, { force: true });
      const { status, stderr } = plancc(['deploy', '--env', 'dev'], { cwd, env: { COUNTED: counted } });
      assert.is(status, 0, stderr);
      return readFileSync(counted, 'utf8');
    };
    for (let round = 0; round < 4; round++) {
      assert.is(deploy(), 'once\n');
      assert.is(deploy(), 'once\n');
      remove(join(cwd, '.plancc'));
    }
    assert.not(existsSync(join(cwd, '.plancc', 'store')));
  }),
);

removed(
  'a job that was at work does not make them anew when it is ended',
  inFolder({ 'plan.yaml': plan.replace('echo once', 'echo began; sleep 60; echo once') }, async (cwd) => {
    const env = { COUNTED: join(cwd, 'counted') };
    const { status, stderr } = plancc(['deploy', '--env', 'dev', '--no-follow'], { cwd, env });
    assert.is(status, 0, stderr);
    while (!/began/.test(plancc(['logs', 'counting'], { cwd }).stdout)) await setTimeout(50);
    const runner = runnerIn(join(cwd, '.plancc'));
    remove(join(cwd, '.plancc'));
    while (isAlive(runner)) await setTimeout(50);
    assert.not(existsSync(join(cwd, '.plancc')));
  }),
);

/** The process that does the only runner's jobs, which its lock names. */
function runnerIn(root: string): number {
  const jobs = join(root, 'engine/jobs');
  const runner = readdirSync(jobs).find((name) => name.includes('~'))!;
  return Number(readlinkSync(join(jobs, runner, 'lock')).split('-')[1]);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

removed.run();
