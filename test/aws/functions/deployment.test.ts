import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as assert from 'uvu/assert';
import { controllerFunction, receiverFunction, workerFunction } from '../../../src/engines/aws/names.js';
import { readDeployment } from '../../../src/environment/deployments.js';
import { readInventory } from '../../../src/environment/inventory.js';
import { type DeploymentName, requestKey } from '../../../src/environment/keys.js';
import { createUser, settings } from '../emulator/account.js';
import type { Emulator } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';
import { until } from '../emulator/until.js';
import { newEnvironment } from './environment.js';

const deploys = onEmulator('deployments by the functions of an environment');

const plan = `
Name: shop
Version: 1.0.0
Outputs: { Url: "\${{ States.Queue.Url }}" }
States:
  Queue:
    Type: cfn
    Properties: { StackName: shop-queue, Template: queue.yaml }
`;
const slow = 'Name: slow\nVersion: 1.0.0\nStates:\n  Rest: { Type: Wait, Seconds: 50 }\n';
const queue = `
Resources: { Queue: { Type: AWS::SQS::Queue } }
Outputs: { Url: { Value: !Ref Queue } }
`;

/** One environment for all tests, and a version to deploy to it. */
let made: Promise<Awaited<ReturnType<typeof make>>> | undefined;
const environment = (emulator: Emulator) => {
  made ??= make(emulator);
  return made;
};

async function make(emulator: Emulator) {
  const ann = await createUser(emulator, 'ann');
  const test = await newEnvironment(emulator);
  const { name, request } = await test.shipped({ 'plan.yaml': plan, 'queue.yaml': queue });
  const lambda = new LambdaClient(settings(emulator));
  return {
    ...test,
    ann,
    deploy: () => test.request(name, request, ann),
    /** Calls a function; gives the name of the error that it throws. */
    call: async (functionName: string, payload: object): Promise<string | undefined> => {
      const answer = await lambda.send(
        new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) }),
      );
      if (answer.FunctionError === undefined) return undefined;
      return JSON.parse(answer.Payload!.transformToString()).errorType;
    },
  };
}

/** How often executions of a name were started, of which there are the driver's and the plan's. */
const starts = (emulator: Emulator, name: string): number =>
  new Set(
    emulator
      .calls()
      .filter(({ action, params }) => action === 'states:StartExecution' && params.name === name)
      .map(({ params }) => params.stateMachineArn),
  ).size;

deploys.test('from the request of a user to the inventory', async (emulator) => {
  const test = await environment(emulator);
  const named = await test.deploy();
  const record = await test.ended(named);
  assert.is(record.status, 'succeeded', JSON.stringify(record.failure));
  assert.is(record.requested.by, (await emulator.identityOf(test.ann)).id);
  assert.match(String(record.outputs?.Url), /^http/);
  const { deployment } = await until(() => readInventory(test.store, 'test', 'shop'));
  assert.is(deployment, named.deployment);
});

/** Has the receiver told three times at once that somebody else had made a request. */
async function toldAgain(test: Awaited<ReturnType<typeof make>>, named: DeploymentName): Promise<void> {
  const key = requestKey(named.environment, named.name, named.deployment);
  const s3 = { object: { key } };
  const record = { eventTime: new Date().toISOString(), userIdentity: { principalId: 'AWS:AIDAOTHER' }, s3 };
  const again = { Records: [{ messageId: '1', body: JSON.stringify({ Records: [record] }) }] };
  const calls = [1, 2, 3].map(() => test.call(receiverFunction, again));
  assert.equal(await Promise.all(calls), [undefined, undefined, undefined]);
}

deploys.test('the same notification again, three times at once, deploys once', async (emulator) => {
  const test = await environment(emulator);
  const named = await test.deploy();
  const { requested } = await test.ended(named);
  await toldAgain(test, named);
  const record = await test.ended(named);
  assert.equal([record.status, record.requested], ['succeeded', requested]);
  assert.is(starts(emulator, named.deployment), 2);
});

deploys.test('the same while the deployment runs', async (emulator) => {
  const test = await environment(emulator);
  const { name, request } = await test.shipped({ 'plan.yaml': slow });
  const named = await test.request(name, request, test.ann);
  const running = await until(async () => {
    const record = await readDeployment(test.store, named);
    return record?.execution === undefined ? undefined : record;
  });
  await toldAgain(test, named);
  assert.is((await readDeployment(test.store, named))!.status, 'running');
  const record = await test.ended(named);
  assert.equal([record.status, record.requested], ['succeeded', running.requested]);
  assert.is(starts(emulator, named.deployment), 2);
});

deploys.test('a controller that is killed half-way is called again', async (emulator) => {
  const test = await environment(emulator);
  for (const calls of [2, 8]) {
    await emulator.kill(controllerFunction('test'), calls);
    const named = await test.deploy();
    const { status, failure } = await test.ended(named);
    assert.is(status, 'succeeded', `killed after ${calls} calls: ${JSON.stringify(failure)}`);
    assert.is(starts(emulator, named.deployment), 2);
  }
});

deploys.test(
  'what is of another environment, or of no deployment that goes on, is refused',
  async (emulator) => {
    const test = await environment(emulator);
    const named = { ...(await test.deploy()), retry: 0 };
    const { name, version, id, execution } = await test.ended(named);
    const other = { ...named, environment: 'production' };
    const put = { key: requestKey('production', 'shop', named.deployment), by: 'AIDAANN', at: '' };
    assert.is(await test.call(controllerFunction('test'), { put }), 'NotAllowed');
    assert.is(await test.call(controllerFunction('test'), { step: 'prepare', input: other }), 'NotAllowed');
    const asked = (environment: string) => ({
      ...{ type: 'cfn', state: 'Queue', properties: {}, timeoutSeconds: 60, execution },
      ...{ redrive: 0, retry: 0, entered: new Date().toISOString() },
      payload: { environment, distribution: { name, version, id }, deployment: { id: named.deployment } },
    });
    for (const where of ['production', 'test'])
      assert.is(await test.call(workerFunction('test'), asked(where)), 'NotAllowed', where);
  },
);

deploys.run();
