import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as assert from 'uvu/assert';
import { createJobs } from '../../../src/engines/aws/jobs/index.js';
import { createStore } from '../../../src/engines/aws/store/index.js';
import { systemClock } from '../../../src/engines/system-clock.js';
import { createDocument } from '../../../src/environment/documents.js';
import { deploymentKey } from '../../../src/environment/keys.js';
import { bin } from '../../cli/plancc.js';
import { aJob, deployment, ship } from '../../jobs/shipped.js';
import { settings } from '../emulator/account.js';
import type { Emulator } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';
import { until } from '../emulator/until.js';

const workers = onEmulator('plancc worker');

/** An execution that waits for the answer to a task token. */
async function waitingExecution(emulator: Emulator, sqs: SQSClient) {
  const sfn = new SFNClient(settings(emulator));
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'tokens' }));
  const { Role } = await new IAMClient(settings(emulator)).send(
    new CreateRoleCommand({ RoleName: 'states', AssumeRolePolicyDocument: '{}' }),
  );
  const definition = JSON.stringify({
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: { QueueUrl, 'MessageBody.$': '$$.Task.Token' },
        End: true,
      },
    },
  });
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({ name: 'waiting', definition, roleArn: Role!.Arn }),
  );
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn }));
  const token = await until(async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
    return Messages[0]?.Body;
  });
  return {
    token,
    ended: () =>
      until(async () => {
        const { status, output } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
        return status === 'RUNNING' ? undefined : { status, output };
      }, 60),
  };
}

workers.test(
  'does the jobs of a runner in AWS, as its variables say, prints their logs, and ends',
  async (emulator) => {
    const Bucket = 'plancc-123456789012-us-east-1';
    const s3 = new S3Client(settings(emulator));
    const sqs = new SQSClient(settings(emulator));
    await s3.send(new CreateBucketCommand({ Bucket }));
    const store = createStore(s3, Bucket);
    const distribution = await ship(store, { 'data.txt': 'as shipped' });
    await createDocument(store, deploymentKey('test', 'shop', deployment), {
      ...{ deployment, environment: 'test', ...distribution, action: 'deploy', status: 'running' },
      ...{ requested: { by: 'tester', at: '2026-11-23T12:00:00Z' }, retries: 0, decisions: [] },
    });
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'jobs' }));
    const { token, ended } = await waitingExecution(emulator, sqs);
    const workers: ChildProcess[] = [];
    const jobs = createJobs({
      ...{ store, sqs, clock: systemClock },
      runner: { Queue: 'none', TaskDefinition: 'none' },
      launch: async ({ key }) => {
        const env = {
          ...{
            ...process.env,
            ...emulator.environment(),
            AWS_REGION: 'eu-west-1',
            PLANCC_REGION: 'us-east-1',
          },
          ...{ PLANCC_ENVIRONMENT: 'test', PLANCC_STORE: Bucket, PLANCC_RUNNER: key },
        };
        workers.push(spawn(process.execPath, [bin, 'worker'], { env, stdio: ['ignore', 'pipe', 'inherit'] }));
        return 'task';
      },
    });
    const runner = { Name: 'tools', Queue: QueueUrl, TaskDefinition: 'tools:1', IdleTimeout: '1s' };
    const Commands = ['cat data.txt', 'printf "$AWS_REGION ${PLANCC_STORE:-nothing}" > "$PLANCC_OUTPUT"'];
    await jobs.submit(aJob(distribution, { Commands }, { token, runner }));
    let printed = '';
    workers[0]!.stdout!.on('data', (text) => {
      printed += text;
    });
    assert.equal(await ended(), { status: 'SUCCEEDED', output: '{"result":"eu-west-1 nothing"}' });
    assert.equal(await once(workers[0]!, 'exit'), [0, null]);
    assert.match(printed, /^State: --- \S+ runner tools ---\nState: as shipped\nState: --- \S+ done ---\n$/);
  },
);

workers.run();
