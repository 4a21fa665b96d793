import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { newFolder, write } from '../../folder.js';
import { assumeRole, createRole } from '../emulator/account.js';
import type { Credentials, Emulator } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';
import { place, region, runner } from './run.js';

const deployments = onEmulator('commands on deployments, in AWS');

const shop = (version: string) => `Name: shop
Version: ${version}
Outputs:
  Url: \${{ States.Orders.Url }}
States:
  Approve:
    Type: approval
    When: { Variable: "\${{ Environment }}", StringEquals: production }
    Properties: { Message: "Release \${{ Distribution.Version }}?" }
  Orders:
    Type: cfn
    Properties: { StackName: "\${{ Environment }}-orders", Template: orders.yaml }
`;
const folder = newFolder({
  'plan.yaml': shop('1.0.0'),
  'orders.yaml':
    'Resources: { Orders: { Type: AWS::SQS::Queue } }\nOutputs: { Url: { Value: !Ref Orders } }\n',
});

/** An account of its own, for production. */
const other = 'arn:aws:iam::222222222222:role/deploy';
const otherPlace = `222222222222/${region}`;

let anna: Credentials | undefined;
const as = async (emulator: Emulator, name: string): Promise<Credentials> => {
  const role = await createRole(emulator, 'developers', { AWS: 'arn:aws:iam::123456789012:root' });
  return assumeRole(emulator, role, name);
};

/** Command lines that have to end well, by anna. */
const commands = async (emulator: Emulator) => {
  anna ??= await as(emulator, 'anna');
  const run = runner(emulator, folder, anna);
  return async (line: string, status = 0): Promise<string> => {
    const said = await run(line);
    assert.is(said.status, status, `${line}\n${said.stdout}${said.stderr}`);
    return said.stdout + said.stderr;
  };
};

deployments.test('two accounts are set up, the second by its role', async (emulator) => {
  const run = await commands(emulator);
  await run('setup --yes --quiet');
  await run(`setup --yes --quiet --region ${region} --role-arn ${other}`);
  await run(`env create dev --region ${region} --quiet`);
  await run(`env create production --region ${region} --role-arn ${other} --quiet --kind production`);
  assert.match(
    readFileSync(join(folder, 'environments.yaml'), 'utf8'),
    `dev: { Region: ${region} }\nproduction: { Region: ${region}, RoleArn: ${other} }\n`,
  );
});

deployments.test('a deployment is shipped, followed and recorded, by whoever it was', async (emulator) => {
  const run = await commands(emulator);
  const said = await run('deploy --env dev');
  assert.match(said, `shipped shop 1.0.0 in ${place}:`);
  assert.match(said, 'Approve: skipped');
  assert.match(said, 'shop 1.0.0 runs in dev, deployed in ');
  assert.not.match(said, 'a local environment');
  assert.match(await run('status'), /^ +dev +production\n {2}shop {2}1\.0\.0 +-\n +since \S+ \S+ by anna\n/);
  assert.match(await run('history'), / anna {2}\d{8}-/);
  const { deployments } = JSON.parse(await run('history --json'));
  assert.match(deployments[0].requested.by, /^AROA[A-Z0-9]+:anna$/);
  assert.match(await run('output shop'), /^ {2}Url {2}http/);
});

deployments.test(
  'what goes on is told to programs line by line, and the end says what has ended',
  async (emulator) => {
    const run = await commands(emulator);
    const lines = (await run('deploy --env dev --set-version 1.0.1 --json')).trim().split('\n');
    const news = lines.map((line) => JSON.parse(line));
    const [first, last] = [news[0], news.at(-1)];
    const { environment, name, version, deployment } = first;
    assert.equal([environment, name, version], ['dev', 'shop', '1.0.1']);
    assert.is(last.event, 'end');
    assert.equal([last.deployment, last.environment, last.name], [deployment, environment, name]);
  },
);

deployments.test(
  'a version goes from one account to another, and somebody approves it there',
  async (emulator) => {
    const run = await commands(emulator);
    const id = JSON.parse(await run('status --env dev --json')).distributions[0].runs.id;
    const said = await run('promote shop --from dev --to production --yes --no-follow');
    assert.match(said, `shipped shop 1.0.1 in ${otherPlace}: 7 new files`);
    for (let tries = 0; !(await run('status')).includes('waits for approval'); tries++) assert.ok(tries < 30);
    assert.match(
      await run('approve --comment fine'),
      'approved Approve of shop 1.0.1 in production: Release 1.0.1?',
    );
    // Through the role, anna is called by the session that the SDK has made.
    assert.match(await run('follow shop --env production'), /Approve was approved by \S+: fine/);
    assert.is(JSON.parse(await run('status --env production --json')).distributions[0].runs.id, id);
    assert.match(await run('status'), /^ +dev +production\n {2}shop {2}1\.0\.1 +1\.0\.1\n/);
  },
);

deployments.test('back to the version before, and nothing of it is an orphan', async (emulator) => {
  const run = await commands(emulator);
  assert.match(await run('rollback shop --env dev'), 'shop 1.0.0 runs in dev');
  assert.match(await run('orphans'), 'every stack belongs to something that runs');
  write(
    folder,
    'plan.yaml',
    shop('2.0.0')
      .replaceAll('Orders:', 'Queue:')
      .replace('States.Orders', 'States.Queue')
      .replace('-orders', '-queue'),
  );
  await run('deploy --env dev --quiet');
  assert.match(
    await run('orphans --env dev'),
    new RegExp(`^ {2}dev-orders {2}${place} {2}shop in dev {2}shop 2\\.0\\.0 has no such state\n$`),
  );
});

deployments.test('what failed is explained with its line, retried and stopped', async (emulator) => {
  const run = await commands(emulator);
  write(
    folder,
    'broken/plan.yaml',
    'Name: broken\nVersion: 1.0.0\nStates:\n  Wrong: { Type: Fail, Error: Broken, Cause: because }\n',
  );
  const said = await run('deploy broken --env dev', 1);
  assert.match(said, '`Wrong` (Fail) failed with Broken');
  assert.match(await run('why broken --env dev'), 'plan.yaml:4:3: `Wrong` (Fail) failed with Broken');
  await run('retry broken --env dev', 1);
  assert.match(await run('stop', 1), 'no deployment goes on');
});

deployments.test('a failure is rehearsed nowhere but here', async (emulator) => {
  const run = await commands(emulator);
  assert.match(await run('deploy --env dev --rehearse dev-queue', 1), 'error[PLAN7051]');
});

deployments.test('an environment is not removed as long as plans are installed in it', async (emulator) => {
  const run = await commands(emulator);
  assert.match(await run('env remove dev', 1), /error\[PLAN7056\].* plancc-dev--shop/);
});

deployments.run();
