import { setTimeout } from 'node:timers/promises';
import { CloudFormationClient, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { DisableRuleCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { DescribeExecutionCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import * as assert from 'uvu/assert';
import { accountStack, environmentStack } from '../../../src/engines/aws/names.js';
import { readDeployment } from '../../../src/environment/deployments.js';
import type { Deployment } from '../../../src/environment/records.js';
import { settings } from '../emulator/account.js';
import { until } from '../emulator/until.js';
import { type Life, onAccount } from './harness.js';

const ended = onAccount('deployments in AWS whose executions end otherwise', ['dev']);

const release = {
  'plan.yaml': `
Name: release
Version: 1.0.0
TimeoutSeconds: 120
Outputs: { By: "\${{ States.Approve.by }}" }
States:
  Approve: { Type: approval }
`,
};

/** Name of a rule of EventBridge that a stack has. */
async function ruleOf({ emulator }: Life, StackName: string, LogicalResourceId: string): Promise<string> {
  const { StackResourceDetail } = await new CloudFormationClient(settings(emulator)).send(
    new DescribeStackResourceCommand({ StackName, LogicalResourceId }),
  );
  return StackResourceDetail!.PhysicalResourceId!.split('/').at(-1)!;
}

/** Deploys, and does something to the deployment while it waits for its approval. Gives what is said in the end. */
async function meanwhile(
  life: Life,
  status: number,
  act: (record: Deployment) => Promise<unknown>,
): Promise<string> {
  life.project('release', release);
  const [told] = await Promise.all([
    life.done('deploy release --env dev', { status }),
    life.waiting('dev').then(async (keys) => {
      const deployment = keys[0]!.split('/')[4]!;
      const named = { environment: 'dev', name: 'release', deployment };
      await act((await readDeployment(life.storeOf(), named))!);
    }),
  ]);
  return told;
}

const stop = ({ emulator }: Life, executionArn: string | undefined) =>
  new SFNClient(settings(emulator)).send(
    new StopExecutionCommand({ executionArn, error: 'Console', cause: 'by hand' }),
  );

ended.test('the execution of the plan is stopped by hand', async (life) => {
  const told = await meanwhile(life, 1, ({ execution }) => stop(life, execution));
  assert.match(told, 'plan.yaml:7:3: `Approve` (approval) failed with Console\n');
  assert.match(told, 'cause: by hand\n');
});

ended.test('what drives the deployment is stopped, and the plan goes on', async (life) => {
  const told = await meanwhile(life, 0, async ({ driver }) => {
    await stop(life, driver);
    await life.done('approve release --env dev');
  });
  assert.match(told, 'release 1.0.0 runs in dev');
});

ended.test('what is told of an end gets lost, and the sweep finds it', async (life) => {
  const rule = await ruleOf(life, accountStack, 'ExecutionsEnded');
  await new EventBridgeClient(settings(life.emulator)).send(new DisableRuleCommand({ Name: rule }));
  const sweep = await ruleOf(life, environmentStack('dev'), 'Sweep');
  const told = await meanwhile(life, 0, async ({ execution, ...named }) => {
    await life.done('approve release --env dev');
    const sfn = new SFNClient(settings(life.emulator));
    await until(async () => {
      const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn: execution }));
      return status === 'SUCCEEDED' ? true : undefined;
    });
    await setTimeout(500);
    assert.is((await readDeployment(life.storeOf(), named))!.status, 'running');
    await life.emulator.fire(sweep);
  });
  assert.match(told, 'release 1.0.0 runs in dev');
});

ended.run();
