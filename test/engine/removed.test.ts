import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plancc } from '../cli/plancc.js';
import { inFolder } from '../folder.js';

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
      rmSync(join(cwd, '.plancc'), { recursive: true, maxRetries: 5 });
    }
    assert.not(existsSync(join(cwd, '.plancc', 'store')));
  }),
);

removed.run();
