import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CloudFormationClient, DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import {
  paginateGetExecutionHistory,
  paginateListExecutions,
  paginateListStateMachines,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import * as assert from 'uvu/assert';
import { environment } from '../../cli/plancc.js';
import { createUser, settings } from '../emulator/account.js';
import type { Credentials, Emulator } from '../emulator/index.js';
import { until } from '../emulator/until.js';
import { type Life, onAccount } from './harness.js';
import { network, webshop } from './webshop.js';

const whole = onAccount('the whole life of a distribution in AWS', ['dev']);
const secret = 'hunter2-hunter2';

let ben: Credentials;

/** Deploys in the way that is said, and lets Ben approve it. */
async function approved(life: Life, line: string): Promise<string> {
  const approval = life
    .waiting('dev')
    .then(() => life.done(`approve webshop --env dev -m 'as agreed'`, { as: ben }));
  const [told] = await Promise.all([life.done(line), approval]);
  return told;
}

whole.test('what a plan needs is missing: another distribution, a parameter', async (life) => {
  life.project('network', network('1.2.0'));
  life.project('webshop', webshop('1.0.0', 'good day'));
  const alone = await life.done('deploy webshop --env dev', { status: 1 });
  assert.match(alone, 'DependencyMissing');
  await life.done('deploy network --env dev');
  const silent = await life.done('deploy webshop --env dev', { status: 1 });
  assert.match(silent, '/webshop/dev/colour');
});

whole.test('every type of state at work, from the command to the inventory', async (life) => {
  const ssm = new SSMClient(settings(life.emulator));
  const put = (name: string, value: string, Type: 'String' | 'SecureString') =>
    ssm.send(new PutParameterCommand({ Name: `/webshop/dev/${name}`, Value: value, Type }));
  await put('colour', 'blue', 'String');
  await put('password', secret, 'SecureString');
  ben = await createUser(life.emulator, 'ben');
  const { id } = await life.emulator.identityOf(ben);
  const told = await approved(life, 'deploy webshop --env dev');
  const states = [...told.matchAll(/^\S+ {2}(\w+): succeeded/gm)].map(([, state]) => state);
  assert.equal(states, ['Queue', 'Greeter', 'Greet', 'Job', 'Network', 'Send', 'Approve']);
  assert.match(
    told,
    /Job \| at work, with \*\*\*\* for arn:aws:sns:us-east-1:123456789012:dev-network-Topic/,
  );
  assert.match(told, `Approve was approved by ${id}: as agreed`);
  assert.match(told, 'Greeted  good day, webshop');
  assert.match(told, `Job      ${secret.length}\n`);
  const sqs = new SQSClient(settings(life.emulator));
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'webshop-blue' }));
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  assert.match(Messages![0]!.Body!, /^\d{8}-\d{6}-[0-9a-f]{6}$/);
});

whole.test('what there is to be seen of it', async (life) => {
  assert.match(await life.done('status'), /^ *dev\n {2}network +1\.2\.0\n.*\n {2}webshop +1\.0\.0\n/);
  assert.match(
    await life.done('history webshop --env dev'),
    /deploy {2}dev {2}succeeded, .*\n.*deploy {2}dev {2}failed/,
  );
  assert.match(await life.done('output webshop --env dev'), 'Greeted  good day, webshop\n');
  assert.match(await life.done('logs webshop --env dev'), 'Job | at work, with ****');
  assert.match(await life.done('why webshop --env dev'), '/webshop/dev/colour');
  assert.match(await life.done('env describe dev'), 'network 1.2.0, webshop 1.0.0');
  assert.match(await life.done('follow webshop --env dev'), 'webshop 1.0.0 runs in dev');
});

whole.test('the value of a secret is nowhere', async (life) => {
  const store = life.storeOf();
  for (const key of await store.list(''))
    if (!key.startsWith('framework/')) assert.not.match(String((await store.get(key))!.body), secret, key);
  const client = new SFNClient(settings(life.emulator));
  let events = 0;
  for await (const { stateMachines } of paginateListStateMachines({ client }, {}))
    for (const { stateMachineArn } of stateMachines!)
      for await (const { executions } of paginateListExecutions({ client }, { stateMachineArn }))
        for (const { executionArn } of executions!)
          for await (const page of paginateGetExecutionHistory({ client }, { executionArn })) {
            events += page.events!.length;
            assert.not.match(JSON.stringify(page), secret);
          }
  assert.ok(events > 100, `${events} events`);
  const groups = await logGroups(life.emulator);
  for (const [group, said] of groups) assert.not.match(said, secret, group);
  for (const name of ['plancc-dev-worker', 'plancc-dev-controller', 'plancc-dev-runner'])
    assert.ok([...groups.keys()].join().includes(name), [...groups.keys()].join());
  assert.ok([...groups.values()].join('').length > 0, 'something was said');
});

/** All that each log group has; the command line of AWS reads all pages. */
async function logGroups(emulator: Emulator): Promise<ReadonlyMap<string, string>> {
  const env = environment({ ...emulator.environment(), AWS_PAGER: '' });
  const logs = async (...words: readonly string[]) =>
    (await promisify(execFile)('aws', ['logs', ...words, '--output', 'json'], { env, maxBuffer: 1e8 }))
      .stdout;
  const { logGroups: found } = JSON.parse(await logs('describe-log-groups'));
  const names: readonly string[] = found.map(({ logGroupName }: { logGroupName: string }) => logGroupName);
  const all = new Map<string, string>();
  for (const name of names) all.set(name, await logs('filter-log-events', '--log-group-name', name));
  return all;
}

whole.test('changed, the same again, and back', async (life) => {
  life.project('webshop', webshop('1.1.0', 'good evening'));
  const changed = await approved(life, 'deploy webshop --env dev');
  assert.match(changed, 'webshop 1.0.0 → 1.1.0 in dev');
  assert.match(changed, 'Queue: no changes');
  assert.match(changed, 'Greeter: 1 changed');
  assert.match(changed, 'Greeted  good evening, webshop');
  const changeSets = () => calls(life, 'cloudformation:ExecuteChangeSet').length;
  const before = changeSets();
  const same = await approved(life, 'deploy webshop --env dev');
  assert.match(same, 'webshop 1.1.0 → dev, where the same runs now');
  assert.match(same, 'Greeter: no changes');
  assert.is(changeSets(), before, 'not even the stack of the plan was changed');
  const back = await approved(life, 'rollback webshop --env dev --to 1.0.0');
  assert.match(back, 'Greeted  good day, webshop');
  assert.match(await life.done('history webshop --env dev'), /1\.0\.0 +rollback +dev +succeeded/);
});

whole.test('all of it is removed, the stacks of plans first', async (life) => {
  assert.match(await life.done('orphans --env dev'), 'every stack belongs to something that runs');
  assert.match(await life.done('setup --uninstall --yes', { status: 1 }), 'PLAN7053');
  const refused = await life.done('env remove dev', { status: 1 });
  const [, stacks] = /stacks (plancc-dev--\S+, plancc-dev--\S+)/.exec(refused)!;
  const cloudformation = new CloudFormationClient(settings(life.emulator));
  for (const StackName of stacks!.split(', '))
    await cloudformation.send(new DeleteStackCommand({ StackName }));
  await until(async () => ((await life.run('env remove dev')).status === 0 ? true : undefined));
  await life.done('setup --uninstall --yes');
  assert.match(await life.done('setup --uninstall --yes'), 'is not set up');
  assert.ok((await life.storeOf().list('distributions/webshop/')).length === 2, 'what was shipped stays');
});

const calls = ({ emulator }: Life, action: string) =>
  emulator.calls().filter((call) => call.action === action);

whole.run();
