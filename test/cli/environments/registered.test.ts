import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deploy } from '../../../src/cli/commands/deploy.js';
import { env } from '../../../src/cli/commands/env.js';
import { status } from '../../../src/cli/commands/status.js';
import { register, unregister } from '../../../src/cli/environments/register.js';
import type { Terminal } from '../../../src/cli/terminal.js';
import { inFolder, newFolder, write } from '../../folder.js';
import { environment, folderWith, inventory, ran } from './place.js';

const registered = suite('environments.yaml');

/** Nobody answers there: who asks AWS all the same is found out. */
const nowhere = {
  AWS_ENDPOINT_URL: 'http://localhost:1',
  AWS_ACCESS_KEY_ID: 'a',
  AWS_SECRET_ACCESS_KEY: 'b',
};
registered.before(() => void Object.assign(process.env, nowhere));

registered(
  'mistakes are told with their places, and nothing is done',
  inFolder({}, async (folder) => {
    const wrong = {
      'production: { Region: eu-west-1, Profle: x }\n': '1:34: error[PLAN1003]: `Profle` is not a field',
      'production: { Profile: x }\n': '1:1: error[PLAN1002]: `production` has no `Region`',
      'Production: { Region: eu-west-1 }\n': '1:1: error[PLAN1010]',
      'production: { Region: Ireland }\n': '1:23: error[PLAN1005]',
      '- production\n': 'error[PLAN7063]: environments are an object',
      'production: [\n': 'error[PLAN00',
    };
    for (const [text, message] of Object.entries(wrong)) {
      write(folder, 'environments.yaml', text);
      for (const said of [await ran(status, '', folder), await ran(deploy, '--env dev', folder)]) {
        assert.is(said.status, 1);
        assert.ok(said.stderr.startsWith('environments.yaml:') && said.stderr.includes(message), said.stderr);
      }
    }
    assert.not.ok(existsSync(join(folder, '.plancc')));
  }),
);

registered('what it does not name is on this machine, and no AWS is asked for it', async () => {
  const folder = await folderWith({
    environments: [environment('dev'), environment('production')],
    inventories: { 'dev/shop': inventory(), 'production/shop': inventory() },
  });
  write(folder, 'environments.yaml', 'production: { Region: eu-west-1 }\n');
  const below = join(folder, 'app');
  mkdirSync(below);
  const said = await ran(status, '--env dev', below);
  assert.is(said.status, 0, said.stderr);
  assert.match(said.stdout, /^ +dev\n {2}shop {2}1\.0\.0\n/);
});

registered(
  'where all are in AWS, no folder is missed for one that is not named',
  inFolder({ 'environments.yaml': 'staging: { Region: eu-west-1 }\n' }, async (folder) => {
    const said = await ran(status, '--env stagin', folder);
    assert.is(said.status, 1);
    assert.match(said.stderr, 'environments.yaml: error[PLAN7021]: `stagin` is not an environment');
    assert.match(said.stderr, 'did you mean `staging`?');
  }),
);

registered('a place that cannot be reached is told, and the others are shown', async () => {
  const folder = await folderWith({
    environments: [environment('dev'), environment('production')],
    inventories: { 'dev/shop': inventory() },
  });
  write(folder, 'environments.yaml', 'production: { Region: eu-west-1 }\nstaging: { Region: eu-west-1 }\n');
  const said = await ran(status, '', folder);
  assert.is(said.status, 1);
  assert.match(said.stdout, /^ +dev\n {2}shop {2}1\.0\.0\n/);
  assert.is(said.stderr.match(/error\[PLAN7046\]/g)?.length, 1, 'once for the two that are there');
});

registered('a name that is nearly one of them makes no environment here', async () => {
  const folder = newFolder({ 'environments.yaml': 'production: { Region: eu-west-1 }\n' });
  const said = await ran(deploy, '--env prodution', folder);
  assert.match(said.stderr, 'error[PLAN7021]');
  assert.match(said.stderr, 'did you mean `production`?');
  assert.not.ok(existsSync(join(folder, '.plancc')));
});

registered('where some are registered, a deployment makes none here', async () => {
  const folder = newFolder({ 'environments.yaml': 'production: { Region: eu-west-1 }\n' });
  const said = await ran(deploy, '--env dev', folder);
  assert.match(said.stderr, 'error[PLAN7021]');
  assert.match(
    said.stderr,
    'make it: `plancc env create dev`, or name one of those in environments.yaml: production',
  );
  assert.not.ok(existsSync(join(folder, '.plancc')));
});

registered('an environment is not in two regions', async () => {
  const folder = newFolder({ 'environments.yaml': 'production: { Region: eu-west-1 }\n' });
  for (const option of ['--region us-east-1', '--profile other']) {
    const said = await ran(env, `create production ${option}`, folder);
    assert.is(said.status, 1);
    const message = '`production` is said to be where `--region eu-west-1` leads';
    assert.match(said.stderr, `environments.yaml: error[PLAN7055]: ${message}`);
    assert.match(said.stderr, `leave \`${option.split(' ')[0]}\` out`);
  }
});

registered('what only AWS knows is not asked of this machine', async () => {
  const folder = newFolder();
  for (const option of ['--public-ip', '--log-days 30', '--profile p', '--subnets subnet-0123']) {
    const said = await ran(env, `create dev ${option}`, folder);
    assert.is(said.status, 2);
    assert.match(said.stderr, `\`${option.split(' ')[0]}\` is for environments in AWS`);
  }
  assert.not.ok(existsSync(join(folder, '.plancc')));
});

registered('days that CloudWatch cannot keep logs for are refused before AWS is asked', async () => {
  const said = await ran(env, 'create dev --region eu-west-1 --log-days 91', newFolder()).catch(String);
  assert.match(String(said), '`--log-days 91` is not a number of days that CloudWatch knows');
});

registered('comments, order and everything else stay when it is written', async () => {
  const folder = newFolder();
  const terminal = { folder } as Terminal;
  const text = () => readFileSync(join(folder, 'environments.yaml'), 'utf8');
  await register('dev', { Region: 'eu-west-1' }, terminal);
  assert.match(text(), /^# yaml-language-server: \$schema=\S+\n\ndev: \{ Region: eu-west-1 \}\n$/);
  const own = '# ours\nstaging:\n  Region: eu-west-1 # Ireland\n\n  Profile: "staging"\n';
  write(folder, 'environments.yaml', own);
  await register('production', { Region: 'eu-west-1', Profile: 'prod' }, terminal);
  assert.is(text(), `${own}production: { Region: eu-west-1, Profile: prod }\n`);
  await unregister('production', terminal);
  assert.is(text(), own);
});

registered.run();
