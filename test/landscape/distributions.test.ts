import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plancc } from '../cli/plancc.js';
import { oracle } from '../distribution/project.js';
import { inFolder } from '../folder.js';
import { fixtures } from '../golden.js';

const landscape = suite('distributions of the landscape');

for (const name of ['network', 'database', 'webshop']) {
  landscape(
    `${name} is built, verified, and a zip for everyone`,
    inFolder({}, (folder) => {
      const zip = join(folder, `${name}.zip`);
      const built = plancc(['build', join(fixtures, 'landscape', name), '--out', zip, '--json']);
      assert.is(built.status, 0, built.stderr);
      assert.is(plancc(['verify', zip]).status, 0);
      const { id } = JSON.parse(built.stdout);
      assert.is(JSON.parse(plancc(['inspect', zip, '--json']).stdout).id, id);
      oracle('unzip', '-tq', zip);
    }),
  );
}

landscape(
  'the folder of a CDK app that is ignored away is missed',
  inFolder({}, (folder) => {
    cpSync(join(fixtures, 'landscape/webshop'), folder, { recursive: true });
    writeFileSync(join(folder, '.planccignore'), 'app/\n');
    const built = plancc(['build', folder]);
    assert.is(built.status, 1);
    assert.match(built.stderr, /plan\.yaml:\d+:\d+: error\[PLAN6014\]: nothing of `app` is packed/);
  }),
);

landscape.run();
