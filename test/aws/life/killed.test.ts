import * as assert from 'uvu/assert';
import { controllerFunction, receiverFunction, workerFunction } from '../../../src/engines/aws/names.js';
import { type Life, onAccount } from './harness.js';

const killed = onAccount('functions that are killed and called again', ['dev']);

const shop = (version: string) => ({
  'plan.yaml': `
Name: shop
Version: ${version}
Outputs: { Version: "\${{ States.Queue.Version }}", Told: "\${{ States.Job.result }}" }
States:
  Queue:
    Type: cfn
    Properties: { StackName: shop, Template: queue.yaml, Parameters: { Version: "\${{ Distribution.Version }}" } }
  Job: { Type: runner, Properties: { Commands: [echo counted, echo done > "$PLANCC_OUTPUT"] } }
`,
  'queue.yaml': `
Parameters: { Version: { Type: String } }
Resources: { Queue: { Type: AWS::SQS::Queue, Properties: { Tags: [{ Key: version, Value: !Ref Version }] } } }
Outputs: { Version: { Value: !Ref Version } }
`,
});

/** What was done for a deployment: executions that were started, changes of stacks that were made, and jobs that ran. */
async function doneFor(life: Life, deployment: string) {
  const calls = life.emulator.calls();
  const started = calls.filter(
    ({ action, params }) => action === 'states:StartExecution' && params.name === deployment,
  );
  const log = await life.done(`logs ${deployment} --env dev`);
  return {
    machines: new Set(started.map(({ params }) => params.stateMachineArn)).size,
    jobs: log.split('\n').filter((line) => line.endsWith('| counted')).length,
  };
}

killed.test('a deployment is done once, whoever is killed and when', async (life) => {
  const deaths = [
    [receiverFunction, 1],
    [controllerFunction('dev'), 3],
    [controllerFunction('dev'), 20],
    [workerFunction('dev'), 2],
    [workerFunction('dev'), 9],
  ] as const;
  for (const [index, [name, calls]] of deaths.entries()) {
    const version = `1.${index}.0`;
    life.project('shop', shop(version));
    await life.emulator.kill(name, calls);
    const told = await life.done('deploy shop --env dev');
    const title = `${name} after ${calls} calls\n${told}`;
    assert.match(told, `Version  ${version}`, title);
    const [, deployment] = /deployment (\S+)/.exec(told)!;
    assert.equal(await doneFor(life, deployment!), { machines: 2, jobs: 1 }, title);
  }
  assert.equal(
    await life.emulator.killed(),
    deaths.map(([name]) => name),
  );
});

killed.run();
