import type { RunTaskCommandInput } from '@aws-sdk/client-ecs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { problem } from '../../../src/diagnostics/problem.js';
import { endOfTask } from '../../../src/engines/aws/jobs/end-of-task.js';
import { launch } from '../../../src/engines/aws/jobs/launch.js';
import type { RunnerSettings } from '../../../src/ports/jobs.js';
import { StoreError } from '../../../src/ports/store-error.js';
import { fakeClient, refusing } from '../fake-client.js';

const launching = suite('tasks of ECS for runners');

const settings: RunnerSettings = { Name: 'tools', Queue: 'queue', TaskDefinition: 'tools:3' };
const task = 'arn:aws:ecs:eu-west-1:123456789012:task/plancc/1';
const started = () => ({ tasks: [{ taskArn: task }] });

async function launched(
  answer: (input: never) => unknown,
  own: Partial<RunnerSettings> = {},
  network: object = { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] },
) {
  const { client, calls } = fakeClient({ RunTask: answer });
  const runner = { key: 'jobs/test/shop/runners/1.json', settings: { ...settings, ...own } };
  const result = await launch(client, { cluster: 'plancc', network }, runner, 'token').catch(
    (error) => error,
  );
  const [, input] = calls[0] ?? [];
  return { result, input: input as RunTaskCommandInput | undefined };
}

launching('a task is asked for once, and told whose jobs it does', async () => {
  const { result, input } = await launched(started);
  assert.is(result, task);
  assert.equal(input, {
    cluster: 'plancc',
    taskDefinition: 'tools:3',
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' },
    },
    overrides: {
      containerOverrides: [
        {
          name: 'runner',
          environment: [{ name: 'PLANCC_RUNNER', value: 'jobs/test/shop/runners/1.json' }],
        },
      ],
    },
    clientToken: 'token',
  });
});

launching('a runner with subnets has nothing of those of the environment', async () => {
  const network = async (own: Partial<RunnerSettings>, usual: object) =>
    (await launched(started, own, usual)).input?.networkConfiguration?.awsvpcConfiguration;
  const usual = { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'], AssignPublicIp: 'ENABLED' };
  assert.equal(await network({ Subnets: ['subnet-2'] }, usual), {
    subnets: ['subnet-2'],
    assignPublicIp: 'DISABLED',
  });
  assert.equal(await network({ SecurityGroups: ['sg-2'] }, usual), {
    subnets: ['subnet-1'],
    securityGroups: ['sg-2'],
    assignPublicIp: 'ENABLED',
  });
});

launching('without subnets the state says what to do', async () => {
  const { result, input } = await launched(started, {}, { Subnets: [] });
  assert.is(input, undefined);
  assert.is(result.name, 'JobFailed');
  assert.match(result.message, '`plancc setup --subnets`');
});

const later = [
  () => ({ tasks: [], failures: [{ reason: 'RESOURCE:ENI' }] }),
  () => ({ failures: [{ reason: 'Capacity is unavailable at this time' }] }),
  refusing('ThrottlingException', 'Rate exceeded'),
  refusing('ClientException', "You've reached the limit on the number of tasks you can run concurrently"),
  () => {
    throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  },
  () => {
    throw Object.assign(new Error('Service Unavailable'), { $metadata: { httpStatusCode: 503 } });
  },
  // As a client throws it.
  () => {
    throw new StoreError(
      problem('PLAN7049', { file: 'AWS' }, { operation: 'RunTask', reason: 'Rate exceeded' }),
    );
  },
];
for (const [index, answer] of later.entries()) {
  launching(`what passes is tried again later, ${index + 1}`, async () => {
    assert.is((await launched(answer)).result, undefined);
  });
}

const never = [
  [
    () => ({ tasks: [], failures: [{ reason: 'MISSING', detail: 'no such definition' }] }),
    'MISSING: no such definition',
  ],
  [
    refusing('AccessDeniedException', 'not authorized to perform: iam:PassRole'),
    'not authorized to perform: iam:PassRole',
  ],
  [refusing('InvalidParameterException', 'The subnet ID x does not exist'), 'The subnet ID x does not exist'],
] as const;
for (const [answer, why] of never) {
  launching(`what stays is told: ${why}`, async () => {
    const { result } = await launched(answer);
    assert.equal(
      [result.name, result.message],
      ['JobFailed', `the runner \`tools\` could not be started: ${why}`],
    );
  });
}

const ends: readonly (readonly [object | undefined, object | undefined])[] = [
  [undefined, undefined],
  [{ lastStatus: 'PENDING' }, undefined],
  [
    {
      lastStatus: 'STOPPED',
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'CannotPullContainerError: no such image',
      containers: [{ name: 'runner', reason: 'CannotPullContainerError: no such image' }],
    },
    { isChance: false, reason: 'CannotPullContainerError: no such image' },
  ],
  [
    {
      lastStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        { name: 'node', exitCode: 0 },
        { name: 'runner', exitCode: 127 },
      ],
    },
    {
      isChance: false,
      reason: 'Essential container in task exited; container `runner`: exited with code 127',
    },
  ],
  [
    { lastStatus: 'STOPPED', stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' },
    { isChance: true, reason: 'Your Spot Task was interrupted.' },
  ],
];
for (const [one, expected] of ends) {
  launching(`how a task ended: ${JSON.stringify(one)}`, async () => {
    const { client } = fakeClient({ DescribeTasks: () => ({ tasks: one === undefined ? [] : [one] }) });
    assert.equal(await endOfTask(client, 'plancc', task), expected);
  });
}

launching.run();
