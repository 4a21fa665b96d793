import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deploy } from '../../../src/cli/commands/deploy.js';
import { env } from '../../../src/cli/commands/env.js';
import { status } from '../../../src/cli/commands/status.js';
import { inFolder } from '../../folder.js';
import { ran } from './place.js';

const unreadable = suite('environments.yaml that cannot be read');

unreadable(
  'a folder of its name is told',
  inFolder({}, async (folder) => {
    mkdirSync(join(folder, 'environments.yaml'));
    const said = await ran(status, '', folder);
    assert.is(said.status, 1);
    assert.match(said.stderr, /^environments\.yaml: error\[PLAN7050\]: .* cannot be read: it is a folder/);
  }),
);

unreadable(
  'one that is named otherwise is told, and no environment is made here',
  inFolder({ 'environments.yml': 'production: { Region: eu-west-1 }\n' }, async (folder) => {
    const below = join(folder, 'app');
    mkdirSync(below);
    for (const [where, file] of [
      [folder, 'environments.yml'],
      [below, '../environments.yml'],
    ] as const) {
      const said = await ran(deploy, '--env production', where);
      assert.is(said.status, 1);
      assert.is(
        said.stderr.split('\n')[0],
        `${file}: error[PLAN7050]: \`${file}\` cannot be read: its name is not \`environments.yaml\``,
      );
      assert.not.ok(existsSync(join(where, '.plancc')));
    }
  }),
);

unreadable(
  'that of another tool is left alone where the file is there',
  inFolder({ 'environments.yml': '- other\n', 'environments.yaml': '' }, async (folder) => {
    const said = await ran(env, 'create dev', folder);
    assert.is(said.status, 0, said.stderr);
  }),
);

unreadable.run();
