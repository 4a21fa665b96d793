import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as assert from 'uvu/assert';
import { newFolder, write } from '../../folder.js';
import { settings } from '../emulator/account.js';
import type { Emulator } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';
import { place, region, runner } from './run.js';

const account = onEmulator('plancc setup and plancc env, in AWS');

const stacksOf = async (emulator: Emulator): Promise<readonly string[]> => {
  const client = new CloudFormationClient(settings(emulator, undefined, region));
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  return Stacks.map(({ StackName, StackStatus }) => `${StackName} ${StackStatus}`).sort();
};
const changes = (emulator: Emulator) =>
  emulator.calls().filter(({ operation }) => /^(Create|Execute|Delete|Put|Update)/.test(operation)).length;

const folder = newFolder({ 'environments.yaml': '# where we deploy to\n' });
const file = () => readFileSync(join(folder, 'environments.yaml'), 'utf8');

account.test('where nothing is set up, it is said what to do', async (emulator) => {
  const run = runner(emulator, folder);
  const said = await run(`env create production --region ${region}`);
  assert.is(said.status, 1);
  assert.match(said.stderr, 'error[PLAN7042]');
  assert.match(said.stderr, `set plancc up there: \`plancc setup --region ${region}\`;`);
  assert.is(file(), '# where we deploy to\n');
});

account.test('without a terminal nobody agrees, and nothing is left', async (emulator) => {
  const said = await runner(emulator, folder)('setup');
  assert.is(said.status, 2);
  assert.match(said.stderr, /plancc: a new stack, \d+ added\n/);
  assert.match(said.stderr, '    + lambda.amazonaws.com may be ReceiverRole\n');
  assert.match(said.stderr, 'give `--yes`');
  assert.equal(await stacksOf(emulator), []);
});

account.test(
  'setup makes the stack and brings the programs; a second time there is nothing to do',
  async (emulator) => {
    const run = runner(emulator, folder);
    const first = await run('setup --yes');
    assert.is(first.status, 0, first.stderr);
    assert.match(first.stderr, `set up ${place}\n`);
    assert.equal(await stacksOf(emulator), ['plancc CREATE_COMPLETE']);
    const before = emulator.calls().filter(({ operation }) => operation === 'PutObject').length;
    assert.ok(before >= 2);
    const second = await run('setup --yes');
    assert.match(second.stderr, `${place} is set up, and up to date\n`);
    assert.is(emulator.calls().filter(({ operation }) => operation === 'PutObject').length, before);
  },
);

account.test('the template that is printed is the one that is made', async (emulator) => {
  const run = runner(emulator, folder);
  for (const name of ['account', 'environment'])
    assert.is(
      (await run(`setup --print ${name}`)).stdout,
      readFileSync(join(import.meta.dirname, `../../../dist/framework/${name}.json`), 'utf8'),
    );
});

account.test('an environment is made, and known from then on', async (emulator) => {
  const run = runner(emulator, folder);
  const made = await run(`env create production --region ${region} --kind production --approvals 1`);
  assert.is(made.status, 0, made.stderr);
  assert.equal(await stacksOf(emulator), ['plancc CREATE_COMPLETE', 'plancc-env-production CREATE_COMPLETE']);
  assert.is(file(), `# where we deploy to\n\nproduction: { Region: ${region} }\n`);
  assert.match((await run('env list')).stdout, new RegExp(`^ +production {2}production {2}${place} `));
  assert.match((await run('env describe production')).stdout, '1 by others than the one who deploys');
  const again = await run('env create production');
  assert.is(again.status, 1);
  assert.match(again.stderr, 'error[PLAN7031]');
});

account.test(
  'a name that would be mistaken for that of a plan is refused before anything is made',
  async (emulator) => {
    const run = runner(emulator, folder);
    const before = changes(emulator);
    for (const name of ['a--b', 'a-', 'env']) {
      const said = await run(`env create ${name} --region ${region}`);
      assert.is(said.status, 2);
      assert.match(said.stderr, `\`${name}\` cannot be the name of an environment in AWS`);
      assert.match(said.stderr, 'no two hyphens in a row');
    }
    assert.is(changes(emulator), before);
  },
);

account.test('where another folder does not know it yet, it is written down there', async (emulator) => {
  const other = newFolder();
  const before = changes(emulator);
  const said = await runner(emulator, other)(`env create production --region ${region}`);
  assert.is(said.status, 0, said.stderr);
  assert.match(said.stderr, `there is the environment production in ${place}`);
  assert.match(readFileSync(join(other, 'environments.yaml'), 'utf8'), `production: { Region: ${region} }\n`);
  assert.is(changes(emulator), before, 'nothing is made');
});

account.test('options that it was not made with are not passed over', async (emulator) => {
  const other = newFolder();
  const run = runner(emulator, other);
  const before = changes(emulator);
  const policies = '--execution-policies arn:aws:iam::aws:policy/ReadOnlyAccess';
  const said = await run(`env create production --region ${region} --kind test --approvals 2 ${policies}`);
  assert.is(said.status, 1);
  assert.match(said.stderr, 'error[PLAN7031]');
  assert.match(
    said.stderr,
    'it was made with `--kind production`, `--approvals 1`; it is not changed by `--execution-policies`; without these options',
  );
  assert.not.ok(existsSync(join(other, 'environments.yaml')));
  assert.is(changes(emulator), before);
  const same = await run(`env create production --region ${region} --kind production --approvals 1`);
  assert.is(same.status, 0, same.stderr);
});

account.test('one that is written down and was never made is told of', async (emulator) => {
  const other = newFolder({ 'environments.yaml': `staging: { Region: ${region} }\n` });
  const run = runner(emulator, other);
  for (const line of ['status', 'env list', 'deploy --env staging']) {
    const said = await run(line);
    assert.is(said.status, 1, line);
    assert.match(said.stderr, 'error[PLAN7021]: `staging` is not an environment', line);
    assert.match(said.stderr, 'make it: `plancc env create staging`', line);
  }
});

account.test('as long as there are environments, nothing is uninstalled', async (emulator) => {
  const said = await runner(emulator, folder)('setup --uninstall --yes');
  assert.is(said.status, 1);
  assert.match(said.stderr, 'error[PLAN7053]: the environment production is still there');
  assert.is((await stacksOf(emulator)).length, 2);
});

account.test(
  'an environment is removed with its stack; then plancc, but not what was shipped',
  async (emulator) => {
    const run = runner(emulator, folder);
    const removed = await run('env remove production --yes');
    assert.is(removed.status, 0, removed.stderr);
    assert.equal(await stacksOf(emulator), ['plancc CREATE_COMPLETE']);
    assert.not.match(file(), 'production');
    const uninstalled = await run('setup --uninstall --yes');
    assert.is(uninstalled.status, 0, uninstalled.stderr);
    assert.match(uninstalled.stderr, `the bucket plancc-123456789012-${region} stays`);
    assert.equal(await stacksOf(emulator), []);
    assert.match((await run('setup --uninstall --yes')).stderr, `${place} is not set up\n`);
  },
);

account.test('what fails is told, and rolled back', async (emulator) => {
  // The emulator does not take over the bucket that stays.
  const said = await runner(emulator, folder)('setup --yes');
  assert.is(said.status, 1);
  assert.match(
    said.stderr,
    /error\[PLAN7052\]: the stack `plancc` could not be made.*: Store \(AWS::S3::Bucket\) failed to create/,
  );
  write(folder, 'environments.yaml', '');
});

account.run();
