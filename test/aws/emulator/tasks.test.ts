import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import {
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RunTaskCommand,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { settings } from './account.js';
import type { Emulator } from './index.js';
import { onEmulator } from './suite.js';
import { until } from './until.js';

const tasks = onEmulator('emulator: ECS');

const mount = { SourceVolume: 'plancc', ContainerPath: '/plancc' };

const template = {
  Resources: {
    Cluster: { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: 'plancc' } },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'jobs',
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      },
    },
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        Family: 'runner',
        RequiresCompatibilities: ['FARGATE'],
        NetworkMode: 'awsvpc',
        Cpu: '1024',
        Memory: '2048',
        TaskRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Volumes: [{ Name: 'plancc' }],
        ContainerDefinitions: [
          {
            Name: 'program',
            Image: 'public.ecr.aws/aws-cli/aws-cli:2.31.0',
            Essential: false,
            Command: ['s3', 'cp', '--no-progress', 's3://plancc-programs/runner.cjs', '/plancc/runner.cjs'],
            MountPoints: [mount],
          },
          {
            Name: 'runner',
            Image: 'alpine',
            Essential: true,
            DependsOn: [{ ContainerName: 'program', Condition: 'SUCCESS' }],
            EntryPoint: ['sh', '-c'],
            Command: ['exec node /plancc/runner.cjs'],
            Environment: [{ Name: 'GREETING', Value: 'hello' }],
            MountPoints: [mount],
          },
        ],
      },
    },
  },
};

/** Says who it is, and either ends or goes on with a child that has left its group. */
const program = `
const { spawn } = require('node:child_process');
const { execFileSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { GREETING, NAME } = process.env;
const arn = JSON.parse(execFileSync('aws', ['sts', 'get-caller-identity'])).Arn;
let child;
if (NAME !== 'ending') child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
writeFileSync('said.json', JSON.stringify({ GREETING, NAME, arn, child: child?.pid }));
execFileSync('aws', ['s3', 'cp', 'said.json', 's3://plancc-programs/' + NAME]);
if (NAME === 'ending') process.exit(3);
setInterval(() => {}, 1000);`;

async function prepare(emulator: Emulator) {
  const s3 = new S3Client(settings(emulator));
  await s3.send(new CreateBucketCommand({ Bucket: 'plancc-programs' }));
  await s3.send(new PutObjectCommand({ Bucket: 'plancc-programs', Key: 'runner.cjs', Body: program }));
  await new CloudFormationClient(settings(emulator)).send(
    new CreateStackCommand({
      StackName: 'tasks',
      TemplateBody: JSON.stringify(template),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
    }),
  );
}

async function run(emulator: Emulator, name: string): Promise<string> {
  const awsvpcConfiguration = { subnets: ['subnet-1'] };
  const environment = [{ name: 'NAME', value: name }];
  const { tasks } = await new ECSClient(settings(emulator)).send(
    new RunTaskCommand({
      cluster: 'plancc',
      taskDefinition: 'runner',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration },
      overrides: { containerOverrides: [{ name: 'runner', environment }] },
      clientToken: name,
    }),
  );
  return tasks![0]!.taskArn!;
}

const said = (emulator: Emulator, Key: string) =>
  until(async () => {
    const request = new GetObjectCommand({ Bucket: 'plancc-programs', Key });
    const found = await new S3Client(settings(emulator)).send(request).catch(() => undefined);
    return found && JSON.parse(await found.Body!.transformToString());
  }, 30);

const stopped = (emulator: Emulator, task: string) =>
  until(async () => {
    const request = new DescribeTasksCommand({ cluster: 'plancc', tasks: [task] });
    const { tasks } = await new ECSClient(settings(emulator)).send(request);
    return tasks![0]!.lastStatus === 'STOPPED' ? tasks![0]! : undefined;
  });

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

tasks.test(
  'containers run in their order, under the role of the task, and the task ends with them',
  async (emulator) => {
    await prepare(emulator);
    const task = await until(() => run(emulator, 'ending').catch(() => undefined));
    assert.is(await run(emulator, 'ending'), task, 'the same token');
    const { GREETING, NAME, arn } = await said(emulator, 'ending');
    assert.equal({ GREETING, NAME }, { GREETING: 'hello', NAME: 'ending' });
    assert.match(arn, /^arn:aws:sts::123456789012:assumed-role\/jobs\/\w+$/);
    const { stopCode, containers } = await stopped(emulator, task);
    assert.is(stopCode, 'EssentialContainerExited');
    assert.equal(
      containers!.map(({ name, exitCode }) => [name, exitCode]),
      [
        ['program', 0],
        ['runner', 3],
      ],
    );
  },
);

tasks.test('a task is stopped with all that it has started', async (emulator) => {
  const task = await run(emulator, 'staying');
  const { child } = await said(emulator, 'staying');
  const ecs = new ECSClient(settings(emulator));
  const { taskArns } = await ecs.send(new ListTasksCommand({ cluster: 'plancc', desiredStatus: 'RUNNING' }));
  assert.equal(taskArns, [task]);
  assert.ok(isAlive(child));
  await ecs.send(new StopTaskCommand({ cluster: 'plancc', task, reason: 'by hand' }));
  const { stopCode, stoppedReason } = await stopped(emulator, task);
  assert.equal({ stopCode, stoppedReason }, { stopCode: 'UserInitiated', stoppedReason: 'by hand' });
  await until(async () => !isAlive(child) || undefined);
});

tasks.run();
