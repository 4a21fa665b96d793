import { readFileSync } from 'node:fs';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { settings } from './account.js';
import { startEmulator } from './index.js';
import { until } from './until.js';
import { zipped } from './zipped.js';

const emulator = await startEmulator();
const c = new CloudFormationClient(settings(emulator));
async function make(StackName: string, file: string, parameters: { [n: string]: string }) {
  await c.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: readFileSync(file, 'utf8'),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  const s = await until(async () => {
    const { Stacks } = await c.send(new DescribeStacksCommand({ StackName }));
    return Stacks![0]!.StackStatus!.endsWith('IN_PROGRESS') ? undefined : Stacks![0];
  }, 60);
  console.log(
    StackName,
    s!.StackStatus,
    s!.Outputs?.map((o) => `${o.OutputKey}=${o.OutputValue}`),
  );
  const { StackEvents } = await c.send(new DescribeStackEventsCommand({ StackName }));
  for (const e of StackEvents!)
    if (e.ResourceStatus!.includes('FAILED'))
      console.log(e.LogicalResourceId, e.ResourceStatus, e.ResourceStatusReason);
}
try {
  await make('plancc', 'dist/framework/account.json', {});
  const Key = process.argv[2]!;
  await new S3Client(settings(emulator)).send(
    new PutObjectCommand({
      Bucket: 'plancc-123456789012-us-east-1',
      Key: 'framework/abc/functions.zip',
      IfNoneMatch: '*',
      Body: zipped({ 'controller.js': 'exports.handler=()=>1', 'worker.js': '' }),
    }),
  );
  await make('plancc-env-dev', 'dist/framework/environment.json', JSON.parse(process.argv[2] ?? '{}'));
  for (const StackName of ['plancc-env-dev', 'plancc']) {
    await c.send(new DeleteStackCommand({ StackName }));
    await new Promise((r) => setTimeout(r, 3000));
    console.log(
      await c.send(new DescribeStacksCommand({ StackName })).then(
        (x) => x.Stacks![0]!.StackStatus,
        (e) => e.message,
      ),
    );
    const { StackEvents } = await c
      .send(new DescribeStackEventsCommand({ StackName }))
      .catch(() => ({ StackEvents: [] }));
    for (const e of StackEvents!)
      if (e.ResourceStatus!.includes('FAILED'))
        console.log(e.LogicalResourceId, e.ResourceStatus, e.ResourceStatusReason);
  }
} finally {
  await emulator.stop();
}
