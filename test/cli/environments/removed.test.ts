import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deploy } from '../../../src/cli/commands/deploy.js';
import { env } from '../../../src/cli/commands/env.js';
import { session } from '../on-terminal.js';
import { deployment, environment, folderWith, inventory, ran } from './place.js';

const removed = suite('environments that are removed');

const place = () =>
  folderWith({
    environments: [
      environment('dev'),
      environment('prod', { kind: 'production', approvals: 1 }),
      environment('pro', { kind: 'production' }),
    ],
    deployments: [
      deployment({ deployment: '20261123-100000-00000a', name: 'net', environment: 'prod' }),
      deployment({ deployment: '20261123-100100-00000b', name: 'net' }),
    ],
    inventories: { 'prod/net': inventory(), 'prod/shop': inventory({ version: '2.1.0' }) },
  });

const names = async (folder: string): Promise<string> => (await ran(env, 'list', folder)).stdout;

removed('production is removed after somebody agreed, and is told what runs in it', async () => {
  const folder = await place();
  const unasked = await ran(env, 'remove prod', folder);
  assert.is(
    unasked.stderr,
    'prod is production; in it run net 1.0.0, shop 2.1.0\n' +
      'plancc: `prod` is production, and there is no terminal to ask at whether it may be removed\n' +
      '  = help: give `--yes` where that has been agreed\n',
  );
  assert.is(unasked.status, 2);
  assert.is((await ran(env, 'remove prod --json', folder)).status, 2);

  const no = session(['env', 'remove', 'prod'], folder);
  await no.until('remove the environment prod? [y/N] ');
  no.type('\n');
  const { shown, status } = await no.ended;
  assert.match(shown, 'nothing was removed');
  assert.is(status, 1);
  assert.match(await names(folder), 'prod ');

  const agreed = await ran(env, 'remove prod --yes', folder);
  assert.match(agreed.stderr, 'removed the environment prod; its history, and what runs in it, stay\n');
  assert.is(agreed.status, 0);
  assert.not.match(await names(folder), 'prod ');
  assert.match(
    (await ran(env, 'remove pro --yes', folder)).stderr,
    'pro is production; nothing runs in it\n',
  );
});

removed('an environment for tests is removed at once', async () => {
  const folder = await place();
  const said = await ran(env, 'remove dev', folder);
  assert.is(said.stderr, 'removed the environment dev; its history, and what runs in it, stay\n');
  assert.is(said.status, 0);
});

removed('no deployment makes it again: what it was is not known any more', async () => {
  const folder = await place();
  await ran(env, 'remove prod --yes', folder);
  const { status, stderr } = await ran(deploy, 'net@1.0.0 --env prod', folder);
  assert.match(
    stderr,
    '.plancc: error[PLAN7021]: `prod` is not an environment of this store\n' +
      '  = help: it was removed; make it again: `plancc env create prod`, with `--kind production` and `--approvals` if it had them\n',
  );
  assert.is(status, 1);
  assert.is((await ran(env, 'create prod --kind production', folder)).status, 0);
});

removed.run();
