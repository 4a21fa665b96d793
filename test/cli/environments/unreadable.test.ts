import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
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

unreadable.run();
