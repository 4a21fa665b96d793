import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plancc } from '../cli/plancc.js';
import { copyOf } from '../folder.js';
import { fixtures } from '../golden.js';

const deploying = suite('deploying with mocks that are wrong');

deploying('it is refused before anything is written', () => {
  const folder = copyOf(join(fixtures, 'simulate/misnamed'));
  const { status, stderr } = plancc(['deploy', folder, '--env', 'dev', '--store', join(folder, 'store')]);
  assert.is(status, 1);
  assert.match(stderr, /mocks\.yaml:2:3: error\[PLAN7060\]: `Announcement` is not a state of the plan/);
  assert.not(existsSync(join(folder, 'store/store/distributions')));
});

deploying.run();
