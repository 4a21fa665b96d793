import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { env } from '../../../src/cli/commands/env.js';
import { history } from '../../../src/cli/commands/history.js';
import { output } from '../../../src/cli/commands/output.js';
import { status } from '../../../src/cli/commands/status.js';
import { newFolder } from '../../folder.js';
import { fixtures, matches } from '../../golden.js';
import { deployment, environment, folderWith, inventory, ran } from './place.js';

const read = suite('commands that read what environments hold');

process.env.TZ = 'UTC';

const landscape = () =>
  folderWith({
    environments: [environment('dev'), environment('production', { kind: 'production', approvals: 1 })],
    deployments: [
      deployment({ deployment: '20261123-100000-00000a', name: 'network', version: '2.1.0' }),
      deployment({ deployment: '20261123-100500-00000b', name: 'webshop', version: '1.4.0' }),
      deployment({
        deployment: '20261123-110000-00000c',
        name: 'webshop',
        version: '1.5.0',
        status: 'failed',
        requested: { by: 'ben', at: '2026-11-23T11:00:00.000Z' },
        ended: '2026-11-23T11:00:41.000Z',
        failure: { state: 'Smoke test', error: 'States.Timeout', cause: 'no answer' },
      }),
      deployment({
        deployment: '20261122-090000-00000d',
        environment: 'production',
        name: 'network',
        version: '2.0.0',
        action: 'promote',
        from: 'dev',
      }),
    ],
    inventories: {
      'dev/network': inventory({ version: '2.1.0', outputs: { VpcId: 'vpc-1', Subnets: ['a', 'b'] } }),
      'dev/webshop': inventory({ version: '1.4.0', deployment: '20261123-100500-00000b' }),
      'production/network': inventory({ version: '2.0.0', by: 'ci', deployment: '20261122-090000-00000d' }),
    },
  });

const sessions = [
  [status, ''],
  [status, '--env production'],
  [history, ''],
  [history, 'webshop --env dev --limit 1'],
  [output, 'network --env dev'],
  [output, 'network'],
  [output, 'webshop --env production'],
  [output, 'webshp --env dev'],
  [env, 'list'],
  [env, 'describe production'],
  [status, '--env prodution'],
  [history, 'netwrok'],
] as const;

read('everything, for people', async () => {
  const folder = await landscape();
  let all = '';
  for (const [command, words] of sessions) {
    const said = await ran(command, words, folder);
    all += `$ plancc ${command.name} ${words}`.trimEnd();
    all += `\n${said.stdout}${said.stderr}${said.status === 0 ? '' : `exit code ${said.status}\n`}\n`;
  }
  matches(join(fixtures, 'follow/commands.txt'), all);
});

read('no store, and an empty one', async () => {
  const none = await ran(status, '', newFolder());
  assert.is(none.status, 1);
  assert.match(none.stderr, '.plancc: error[PLAN7020]: there is no store `.plancc`');
  assert.match(none.stderr, '; in AWS: `plancc env create dev --region <region>`, after `plancc setup`; ');
  const empty = await folderWith({ environments: [environment('dev')] });
  const said = await ran(status, '', empty);
  assert.is(said.status, 0);
  assert.is(said.stdout, '');
  assert.is(said.stderr, 'nothing is deployed; `plancc deploy --env dev` does\n');
  const listed = await ran(env, 'list', await folderWith({ documents: { key: {} } }));
  assert.match(
    listed.stderr,
    'there is none; `plancc env create dev` makes one\n  in AWS: `plancc env create dev',
  );
});

read('the store of a folder above', async () => {
  const folder = await landscape();
  const said = await ran(status, '--env production', join(folder, '.plancc/store'));
  assert.match(said.stdout, 'network  2.0.0');
  const named = await ran(status, `--store ${join(folder, '.plancc')}`, newFolder());
  assert.match(named.stdout, 'webshop  1.4.0');
});

read.run();
