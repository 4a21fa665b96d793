import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as assert from 'uvu/assert';
import { objectOr } from '../../../src/language/json.js';
import { settings } from '../emulator/account.js';
import { app } from '../jobs/cdk-app.js';
import { type Life, onAccount } from '../life/harness.js';
import { bootstrap, packages } from './bootstrap.js';
import { withCommands } from './both.js';

withCommands();
const cdk = onAccount('a cdk state in AWS, with the real command line of the CDK', ['dev']);

const project = (version: string, properties: string, outputs = '{}') => ({
  'plan.yaml': `
Name: pages
Version: ${version}
Outputs: ${outputs}
States:
  App:
    Type: cdk
    Properties: { Path: app, Environment: { NODE_PATH: ${packages} }, ${properties} }
`,
  ...app,
});

/** CloudFormation refuses its queue; the deployment goes on. */
const broken = {
  'plan.yaml': `
Name: broken
Version: 1.0.0
Outputs: { Error: "\${{ States.Noted.error }}" }
States:
  App:
    Type: cdk
    Properties: { Path: app, Environment: { NODE_PATH: ${packages} } }
    Catch: [{ ErrorEquals: [JobFailed], Next: Noted }]
    Next: Not expected
  Not expected: { Type: Fail }
  Noted: { Type: Pass, Parameters: { error: "\${{ Error.Error }}" }, ResultPath: $.output.Noted, End: true }
`,
  'app/cdk.json': app['app/cdk.json'],
  'app/app.cjs': `
const { App, DefaultStackSynthesizer, Stack } = require('aws-cdk-lib');
const { CfnQueue } = require('aws-cdk-lib/aws-sqs');
const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
const stack = new Stack(new App(), 'Broken', { stackName: 'broken', synthesizer });
new CfnQueue(stack, 'Queue', { queueName: 'no-suffix', fifoQueue: true });
`,
};

const given = (topic: string, domain: string) =>
  `Context: { topic: ${topic} }, Parameters: { Web: { Domain: "${domain}" } }`;
const outputs = `{ Bucket: "\${{ States.App.Data.BucketName }}", Url: "\${{ States.App.Web.Url }}", Page: "\${{ States.App.Web.PageKey }}" }`;

async function deployed(life: Life, files: ReturnType<typeof project>) {
  life.project('pages', files);
  await life.done('deploy pages --env dev');
  return objectOr(JSON.parse((await life.run('output pages --env dev --json')).stdout));
}

const stacks = async ({ emulator }: Life): Promise<readonly string[]> => {
  const { Stacks } = await new CloudFormationClient(settings(emulator)).send(new DescribeStacksCommand({}));
  return Stacks!.map(({ StackName }) => StackName!);
};

cdk.test('an app is deployed, changed and destroyed by a task of the runner', async (life) => {
  await bootstrap(life.emulator);
  const first = objectOr(
    (await deployed(life, project('1.0.0', given('news', 'shop.test?a=b:c'), outputs))).outputs,
  );
  assert.match(String(first.Bucket), /^test-data-/);
  assert.is(first.Url, 'https://shop.test?a=b:c');
  assert.match(String(first.Page), /\.html$/);
  assert.match(await life.done('logs pages --env dev'), /test-web \| .*CREATE_COMPLETE/);
  const second = objectOr(
    (await deployed(life, project('1.1.0', given('offers', 'other.test'), outputs))).outputs,
  );
  assert.equal(second, { ...first, Url: 'https://other.test' });
  const logs = await life.done('logs pages --env dev');
  assert.match(logs, /test-web \| .*UPDATE_COMPLETE/);
  assert.match(logs, /test-data\b.*\(no changes\)/);
  await deployed(life, project('2.0.0', 'Action: Destroy'));
  assert.equal(
    (await stacks(life)).filter((name) => name.startsWith('test-')),
    [],
  );
});

cdk.test('a stack of an app that fails is an error of the state, which its plan catches', async (life) => {
  life.project('broken', broken);
  const told = await life.done('deploy broken --env dev');
  assert.match(told, /App: failed.*JobFailed/);
  assert.match(told, /Error +JobFailed/);
  assert.match(await life.done('logs broken --env dev'), 'Queue name must end in .fifo');
});

cdk.run();
