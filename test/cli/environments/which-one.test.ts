import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { promote } from '../../../src/cli/commands/promote.js';
import { retry } from '../../../src/cli/commands/retry.js';
import { stop } from '../../../src/cli/commands/stop.js';
import { openKey } from '../../../src/environment/keys.js';
import { deployment, environment, folderWith, inventory, ran } from './place.js';

const which = suite('which deployment or version is meant');

const [first, second, third] = ['a', 'b', 'c'].map((last) => `20261123-100000-00000${last}`) as [
  string,
  string,
  string,
];
const at = '2026-11-23T10:00:00.000Z';

const going = (...names: readonly (readonly [id: string, environment: string, name: string])[]) =>
  folderWith({
    environments: [environment('dev'), environment('staging')],
    deployments: names.map(([id, environment, name]) =>
      deployment({ deployment: id, environment, name, status: 'running' }),
    ),
    documents: Object.fromEntries(
      names.map(([id, environment, name]) => [openKey(environment, name, id), { by: 'anna', at }]),
    ),
  });

which('none is stopped where several go on', async () => {
  const folder = await going([first, 'dev', 'shop'], [second, 'staging', 'shop'], [third, 'dev', 'db']);
  for (const [words, named] of [
    ['', [third, first, second]],
    ['shop', [first, second]],
    ['--env dev', [third, first]],
  ] as const) {
    const { status, stderr } = await ran(stop, words, folder);
    assert.match(stderr, `error[PLAN7036]: ${named.length} deployments go on\n`);
    assert.equal(
      [...stderr.matchAll(/`plancc stop (\S+) --env/g)].map(([, id]) => id),
      named,
    );
    assert.is(status, 1);
  }
});

which('none is retried where several can be, nor one that never began its plan', async () => {
  const failed = { status: 'failed', failure: { error: 'JobFailed', cause: '' }, changing: at } as const;
  const folder = await folderWith({
    environments: [environment('dev')],
    deployments: [
      deployment({ ...failed, deployment: first, name: 'shop', execution: 'one' }),
      deployment({ ...failed, deployment: second, name: 'db', execution: 'two' }),
      deployment({ ...failed, deployment: third, name: 'net' }),
    ],
  });
  const { stderr } = await ran(retry, '', folder);
  assert.match(stderr, 'error[PLAN7036]: 2 deployments can be retried\n');
  assert.not.match(stderr, third);
  assert.match((await ran(retry, 'net', folder)).stderr, 'no deployment of `net` can be retried');
});

which('a version that never ran is not promoted', async () => {
  const folder = await folderWith({
    environments: [environment('dev'), environment('staging')],
    deployments: [
      deployment({ deployment: first, name: 'shop' }),
      deployment({ deployment: second, name: 'shop', version: '1.1.0', status: 'failed' }),
    ],
    inventories: { 'dev/shop': inventory({ deployment: first }) },
  });
  const { stderr, status } = await ran(promote, 'shop@1.1.0 --from dev --to staging', folder);
  assert.match(stderr, 'error[PLAN7037]: version 1.1.0 of `shop` was never deployed to `dev` with success\n');
  assert.match(stderr, '1.0.0 runs there; deploy it there first: `plancc deploy shop@1.1.0 --env dev`');
  assert.is(status, 1);
});

which.run();
