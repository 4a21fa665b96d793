import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as assert from 'uvu/assert';
import { objectOr } from '../../../src/language/json.js';
import { settings } from '../emulator/account.js';
import { type Life, onAccount } from '../life/harness.js';
import { bootstrap, packages } from './bootstrap.js';
import { withCommands } from './both.js';

withCommands();
const cdk = onAccount('a cdk state in AWS, with the real command line of the CDK', ['dev']);

const app = `
const { App, CfnOutput, DefaultStackSynthesizer, Stack } = require('aws-cdk-lib');
const { Topic } = require('aws-cdk-lib/aws-sns');
const { Asset } = require('aws-cdk-lib/aws-s3-assets');
const app = new App();
const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
const web = new Stack(app, 'Web', { stackName: 'dev-web', synthesizer });
const page = new Asset(web, 'Page', { path: __dirname + '/page.html' });
new Topic(web, 'Topic', { topicName: app.node.tryGetContext('topic') });
new CfnOutput(web, 'Topic1', { value: 'about ' + app.node.tryGetContext('topic') });
new CfnOutput(web, 'PageKey', { value: page.s3ObjectKey });
`;

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
  'app/cdk.json': JSON.stringify({ app: 'node app.cjs' }),
  'app/app.cjs': app,
  'app/page.html': '<h1>Shop</h1>',
});

const outputs = `{ About: "\${{ States.App.Web.Topic1 }}", Page: "\${{ States.App.Web.PageKey }}" }`;

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
    (await deployed(life, project('1.0.0', 'Context: { topic: news }', outputs))).outputs,
  );
  assert.is(first.About, 'about news');
  assert.match(String(first.Page), /\.html$/);
  assert.ok((await stacks(life)).includes('dev-web'));
  const second = objectOr(
    (await deployed(life, project('1.1.0', 'Context: { topic: offers }', outputs))).outputs,
  );
  assert.equal(second, { ...first, About: 'about offers' });
  assert.match(await life.done('logs pages --env dev'), 'UPDATE_COMPLETE');
  await deployed(life, project('2.0.0', 'Action: Destroy'));
  assert.not.ok((await stacks(life)).includes('dev-web'));
});

cdk.run();
