import * as assert from 'uvu/assert';
import { commands } from '../../../src/cli/commands/index.js';
import { isInAws } from '../../cli/environments/examples.js';
import { newFolder } from '../../folder.js';
import { rootCredentials } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';
import { runner } from './run.js';

const examples = onEmulator('examples of the help that ask AWS');

const { accessKeyId, secretAccessKey } = rootCredentials;
const folder = newFolder({
  '.aws/credentials': `[production]\naws_access_key_id=${accessKeyId}\naws_secret_access_key=${secretAccessKey}\n`,
});

const all = commands.flatMap(({ examples }) => examples.map(([line]) => line)).filter(isInAws);
const isLast = (line: string): boolean => line.includes('--uninstall');

// An environment needs what the examples of setup make, and has to go before they take it away.
const inOrder = [
  ...all.filter((line) => !isLast(line)),
  'env remove production --yes',
  ...all.filter(isLast),
];

for (const line of inOrder)
  examples.test(`plancc ${line}`, async (emulator) => {
    const said = await runner(emulator, folder, undefined, { HOME: folder })(
      / --yes\b|^env/.test(line) ? line : `${line} --yes`,
    );
    assert.is(said.status, 0, said.stderr);
  });

examples.run();
