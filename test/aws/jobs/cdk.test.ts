import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as assert from 'uvu/assert';
import { assemblies } from '../../../src/engines/aws/assemblies.js';
import type { Answer } from '../../../src/ports/orchestrator.js';
import { newRunner } from '../../jobs/runner.js';
import { onEmulator } from '../emulator/suite.js';
import { app } from './cdk-app.js';

const real = onEmulator('a CDK app in AWS, deployed by the command line of the CDK');

const packages = join(import.meta.dirname, '../../../node_modules');

const outputsOf = (answer: Answer): { readonly [stack: string]: { readonly [name: string]: string } } => {
  assert.ok('output' in answer, JSON.stringify(answer));
  return answer.output as ReturnType<typeof outputsOf>;
};

real.test('is deployed, changed and destroyed', async ({ environment, url }) => {
  Object.assign(process.env, environment(), {
    // With an address instead of a name, buckets are found in the path.
    AWS_ENDPOINT_URL_S3: url.replace('localhost', '127.0.0.1'),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    PATH: [join(packages, '.bin'), process.env.PATH].join(delimiter),
    NODE_PATH: packages,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
  });
  const bootstrap = ['bootstrap', 'aws://123456789012/us-east-1', '--no-notices'];
  await promisify(execFile)(join(packages, '.bin/cdk'), bootstrap);
  const { perform, logs } = await newRunner({ files: app, assemblies });
  const cloudformation = new CloudFormationClient();
  const deploy = (more: object) => perform({ Path: 'app', ...more }, { type: 'cdk' });

  const first = await deploy({
    Context: { topic: 'news' },
    Parameters: { Web: { Domain: 'shop.test?a=b:c' } },
  });
  const { Data, Web } = outputsOf(first);
  assert.match(Data!.BucketName!, /^test-data-/);
  assert.is(Web!.Url, 'https://shop.test?a=b:c');
  assert.match(Web!.PageKey!, /\.html$/);
  assert.match(await logs(), /test-web \| .*CREATE_COMPLETE/);

  const changed = await deploy({
    Context: { topic: 'offers' },
    Parameters: { Web: { Domain: 'other.test' } },
  });
  assert.equal(outputsOf(changed), { Data, Web: { ...Web, Url: 'https://other.test' } });
  assert.match(await logs(), /test-data\b.*\(no changes\)/);

  assert.equal(await deploy({ Action: 'Destroy' }), { output: {} });
  const { Stacks = [] } = await cloudformation.send(new DescribeStacksCommand({}));
  assert.equal(
    Stacks.map(({ StackName }) => StackName),
    ['CDKToolkit'],
  );
});

real.run();
