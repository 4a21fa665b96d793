import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { approve } from '../../../src/cli/commands/approve.js';
import { deploy } from '../../../src/cli/commands/deploy.js';
import { env } from '../../../src/cli/commands/env.js';
import { follow } from '../../../src/cli/commands/follow.js';
import { history } from '../../../src/cli/commands/history.js';
import { orphans } from '../../../src/cli/commands/orphans.js';
import { promote } from '../../../src/cli/commands/promote.js';
import { rollback } from '../../../src/cli/commands/rollback.js';
import { status } from '../../../src/cli/commands/status.js';
import { why } from '../../../src/cli/commands/why.js';
import { manifestKey, openKey, waitingKey } from '../../../src/environment/keys.js';
import { newFolder } from '../../folder.js';
import type { Ran } from '../plancc.js';
import { deployment, environment, folderWith, id, inventory, ran } from './place.js';
import { inProject } from './project.js';

const mistakes = suite('mistakes with environments');

const first = '20261123-100000-00000a';
const second = '20261123-100100-00000b';
const asked = (state: string) => ({
  state,
  iteration: [],
  token: 'hidden',
  message: 'Go?',
  since: '2026-11-23T10:00:01.000Z',
  approvers: [],
  needed: 1,
});

/** A distribution that runs, and another one whose deployment asks two questions. */
const place = () =>
  folderWith({
    environments: [environment('dev')],
    deployments: [
      deployment({ deployment: first, name: 'network' }),
      deployment({ deployment: second, name: 'shop', status: 'running' }),
    ],
    inventories: { 'dev/network': inventory({ deployment: first }) },
    documents: {
      [manifestKey('network', '1.0.0')]: {},
      [openKey('dev', 'shop', second)]: { by: 'anna', at: '2026-11-23T10:01:00.000Z' },
      [waitingKey('dev', 'shop', second, 'Left@0-1-0')]: asked('Left'),
      [waitingKey('dev', 'shop', second, 'Right@0-1-0')]: asked('Right'),
    },
  });

const said = [
  [
    deploy,
    'shop@1.0.0 --env dev',
    '.plancc: error[PLAN7026]: no version of `shop` is in the store\n  = help: ship it: `plancc ship --env dev` in the folder of its project\n',
  ],
  [
    deploy,
    'network@1.0.0/ --env dev',
    '.plancc: error[PLAN7025]: version 1.0.0/ of `network` is not in the store\n  = help: did you mean `1.0.0`?',
  ],
  [
    deploy,
    '. --env devv',
    '.plancc: error[PLAN7021]: `devv` is not an environment of this store\n  = help: did you mean `dev`?',
  ],
  [
    rollback,
    'network --env dev',
    'error[PLAN7029]: nothing of `network` ran in `dev` before version 1.0.0, which runs now\n' +
      '  = help: deploy another version, or name one that was shipped with `--to`\n',
  ],
  [rollback, 'shop --env dev', 'error[PLAN7029]: no version of `shop` has run in `dev`\n'],
  [promote, 'shop --from dev --to prod', 'error[PLAN7034]: `shop` does not run in `dev`\n'],
  [env, 'create dev', 'error[PLAN7031]: there is an environment `dev` already\n'],
  [
    env,
    'remove dev',
    `error[PLAN7032]: 1 deployment goes on in \`dev\`\n  = help: wait until they have ended, or stop them: \`plancc stop ${second} --env dev\`\n`,
  ],
  [
    follow,
    'netwrok',
    'error[PLAN7023]: `netwrok` is neither a deployment nor a distribution that was deployed\n  = help: did you mean `network`?',
  ],
  [
    follow,
    'network --env prod',
    'error[PLAN7021]: `prod` is not an environment of this store\n  = help: environments: dev\n',
  ],
  [
    history,
    '--env prod',
    '.plancc: error[PLAN7021]: `prod` is not an environment of this store\n  = help: environments: dev\n',
  ],
  [orphans, '--env prod', 'error[PLAN7021]: `prod` is not an environment of this store\n'],
  [
    why,
    first,
    `error[PLAN7024]: ${first} has not failed in \`dev\`\n  = help: see how it is: \`plancc history network --env dev\`\n`,
  ],
  [why, '', 'error[PLAN7024]: no deployment has failed\n  = help: see what there was: `plancc history`\n'],
  [
    approve,
    '',
    'error[PLAN7028]: 2 approvals wait\n' +
      `  = note: shop 1.0.0 in dev: \`plancc approve ${second} --env dev --state Left\`\n` +
      `  = note: shop 1.0.0 in dev: \`plancc approve ${second} --env dev --state Right\`\n` +
      '  = help: choose one of them\n',
  ],
  [
    approve,
    '--state Rihgt',
    'error[PLAN7027]: no approval waits of `Rihgt`\n  = help: did you mean `Right`? what waits: Left, Right\n',
  ],
  [approve, 'network', 'error[PLAN7027]: no approval waits now\n'],
] as const;

for (const [command, words, message] of said)
  mistakes(`plancc ${command.name} ${words}`, async () => {
    const { status, stdout, stderr } = await ran(command, words, await place());
    assert.match(stderr, message);
    assert.equal([stdout, status], ['', 1]);
    assert.not.match(stderr, 'hidden');
  });

const usage = [
  [promote, 'shop --from dev', '`plancc promote` needs `--from` and `--to`'],
  [env, 'create', '`plancc env create` needs an environment'],
  [env, 'create My-env', '`My-env` cannot be the name of an environment'],
  [env, 'list dev', '`dev` is one argument too many'],
  [
    deploy,
    'network@1.0.0 --env dev --set-version 2.0.0',
    '`--set-version` is for a plan that is built, and `network@1.0.0` was built before',
  ],
  [why, 'a.zip', '`plancc why` needs `--state` or `--history` for a distribution'],
] as const;

for (const [command, words, message] of usage)
  mistakes(`plancc ${command.name} ${words}`, async () => {
    const { status, stderr } = await ran(command, words, await place());
    assert.ok(stderr.startsWith(`plancc: ${message}\n  = help: `), stderr);
    assert.is(status, 2);
  });

for (const path of ['.plancc', '.plancc/store'])
  for (const [command, words] of [
    [status, ''],
    [why, ''],
    [env, 'create dev'],
  ] as const)
    mistakes(`plancc ${command.name} ${words} where ${path} is a file`, async () => {
      const { status, stderr } = await ran(command, words, newFolder({ [path]: '' }));
      assert.match(stderr, `/${path}\` cannot be read or written: a part of its path is not a folder`);
      assert.match(stderr, 'error[PLAN7001]');
      assert.is(status, 1);
    });

mistakes('each rollback leads further back, and who is at the beginning is told what ran since', async () => {
  const versions = ['1.0.0', '1.1.0', '1.2.0', '1.0.0'].map((version, index) => ({
    ...{ version, id: id(version[2]!), name: 'net', deployment: `20261123-10000${index}-00000a` },
    ...(index === 3 && { action: 'rollback' as const }),
  }));
  const deployments = versions.map((one, index) =>
    deployment({ ...one, changing: one.deployment, ...(index > 0 && { previous: versions[index - 1]! }) }),
  );
  const folder = await folderWith({
    environments: [environment('dev')],
    deployments,
    inventories: { 'dev/net': inventory(versions[3]) },
  });
  const { status, stderr } = await ran(rollback, 'net --env dev', folder);
  assert.is(
    stderr,
    '.plancc: error[PLAN7029]: nothing of `net` ran in `dev` before version 1.0.0, which runs now\n' +
      '  = help: name one that ran since with `--to`: 1.2.0, 1.1.0\n\n',
  );
  assert.is(status, 1);
});

mistakes('who approves before it is asked for is told where to see when it is', async () => {
  const folder = await folderWith({
    environments: [environment('dev')],
    deployments: [deployment({ deployment: second, name: 'shop', status: 'running' })],
    documents: { [openKey('dev', 'shop', second)]: {} },
  });
  const { stderr } = await ran(approve, '', folder);
  assert.is(
    stderr,
    '.plancc: error[PLAN7027]: no approval waits now\n' +
      `  = note: shop 1.0.0 in dev: \`plancc follow ${second} --env dev\`\n` +
      '  = help: follow what goes on, which may ask yet\n\n',
  );
});

/** What is said to one who approves what a deployment waits for, as soon as it does. */
function refusedApproval(run: (line: string) => Ran, environment: string): string {
  run(`deploy --env ${environment} --no-follow`);
  const tried = () => run('approve').stderr;
  let said = tried();
  for (let tries = 0; said.includes('PLAN7027') && tries < 50; tries++) said = tried();
  run('stop');
  return said;
}

mistakes(
  'who may not decide is told why, and who may',
  inProject((run) => {
    run('env create production --approvals 1');
    const said = refusedApproval(run, 'production');
    assert.match(said, 'error[PLAN7030]: what was approved changed nothing: ');
    assert.match(said, ' requested the deployment, and production demands that others approve it\n');
    assert.match(said, '  = help: on one machine another user of it has to approve\n');
  }),
);

mistakes(
  'where principals of AWS are to approve, nobody on a machine can, until it is mocked',
  inProject((run, folder) => {
    const approval =
      '{ Type: approval, Properties: { Message: "Go?", Approvers: ["arn:aws:iam::123456789012:role/ops"] } }';
    writeFileSync(join(folder, 'plan.yaml'), `Name: shop\nVersion: 1.0.0\nStates:\n  Ask Ops: ${approval}\n`);
    const said = refusedApproval(run, 'dev');
    assert.match(said, ' is not among those who may decide: arn:aws:iam::123456789012:role/ops\n');
    assert.match(said, '  = help: nobody on this machine is a principal of AWS: ');
    const [, mock] = /`(States: .*)`, or name users/.exec(said)!;
    writeFileSync(join(folder, 'mocks.yaml'), `${mock}\n`);
    assert.is(run('deploy --env dev --set-version 1.1.0').status, 0);
  }),
);

mistakes.run();
