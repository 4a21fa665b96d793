import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ECSClient, ListTasksCommand, StopTaskCommand } from '@aws-sdk/client-ecs';
import { GetRolePolicyCommand, IAMClient, ListRolePoliciesCommand } from '@aws-sdk/client-iam';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import * as assert from 'uvu/assert';
import { cluster, controllerFunction } from '../../../src/engines/aws/names.js';
import { logsPrefix } from '../../../src/environment/keys.js';
import { newFolder } from '../../folder.js';
import { createUser, settings } from '../emulator/account.js';
import type { Call, Emulator } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';
import { until } from '../emulator/until.js';
import { bootstrap, packages } from '../engines/bootstrap.js';
import { newEnvironment } from '../functions/environment.js';
import { allows, type Policy } from '../iam/allows.js';
import { app } from './cdk-app.js';

// The containers of the emulator have the programs of this machine.
process.env.PATH = [join(packages, '.bin'), process.env.PATH].join(delimiter);

const containers = onEmulator('jobs in containers');
const marks = newFolder();
const secret = 'correct-horse-battery';

const plan = `
Name: shop
Version: 1.0.0
Parameters: { Password: { Secret: true, From: { Ssm: "/shop/\${{ Environment }}/password" } } }
Runners:
  tools:
    Image: public.ecr.aws/docker/library/node:22
    Subnets: [subnet-1]
    IdleTimeout: 20s
    Startup: [echo started >> ${marks}/started]
    Environment: { STAGE: "\${{ Environment }}", NODE_PATH: ${packages}, CDK_DISABLE_CLI_TELEMETRY: "true", AWS_ENDPOINT_URL_S3: S3URL }
Outputs: { Named: "\${{ States.Named.result }}", Starts: "\${{ States.Stopped.result }}", Site: "\${{ States.Site.Web.Url }}" }
States:
  Named:
    Type: runner
    Properties:
      Runner: tools
      Environment: { PASSWORD: "\${{ Parameters.Password }}" }
      Commands: [ 'echo "the password is $PASSWORD"', 'echo "$STAGE \${#PASSWORD}" > "$PLANCC_OUTPUT"' ]
  Stopped:
    Type: runner
    Properties:
      Runner: tools
      Commands:
        - '[ -e ${marks}/begun ] || { touch ${marks}/begun; sleep 60; }'
        - 'wc -l < ${marks}/started > "$PLANCC_OUTPUT"'
    Retry: [{ ErrorEquals: [JobTimedOut], MaxAttempts: 1 }]
  Site:
    Type: cdk
    Properties: { Runner: tools, Path: app, Context: { topic: news }, Parameters: { Web: { Domain: shop.test } } }
`;

containers.test('of a runner of the plan, one of which is stopped, and of a CDK app', async (emulator) => {
  const s3 = emulator.url.replace('localhost', '127.0.0.1');
  const ann = await createUser(emulator, 'ann');
  const test = await newEnvironment(emulator);
  const ssm = new SSMClient(settings(emulator));
  const password = { Name: '/shop/test/password', Value: secret, Type: 'SecureString' as const };
  await ssm.send(new PutParameterCommand(password));
  await bootstrap(emulator);
  const { name, request } = await test.shipped({ 'plan.yaml': plan.replace('S3URL', s3), ...app });
  const named = await test.request(name, request, ann);
  const sweep = { FunctionName: controllerFunction('test'), Payload: JSON.stringify({ sweep: true }) };
  const lambda = new LambdaClient(settings(emulator));
  const sweeping = setInterval(() => lambda.send(new InvokeCommand(sweep)).catch(() => {}), 5000).unref();

  await until(async () => existsSync(join(marks, 'begun')) || undefined, 240);
  const ecs = new ECSClient(settings(emulator));
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster }));
  assert.is(taskArns.length, 1);
  await ecs.send(new StopTaskCommand({ cluster, task: taskArns[0], reason: 'a test' }));

  const { status, outputs, failure } = await until(() => test.ended(named).catch(() => undefined), 240);
  clearInterval(sweeping);
  assert.is(status, 'succeeded', JSON.stringify(failure));
  assert.equal(outputs, { Named: `test ${secret.length}`, Starts: '2', Site: 'https://shop.test' });
  const keys = await test.store.list(logsPrefix('test', 'shop', named.deployment));
  const logs = await Promise.all(keys.map(async (key) => String((await test.store.get(key))!.body)));
  assert.match(logs.join(''), 'the password is ****');
  await withinRole(emulator);
});

/** Every call of the hosts was one that their role allows. */
async function withinRole(emulator: Emulator): Promise<void> {
  const calls = emulator.calls().filter(({ source }) => /TaskRole/.test(source));
  const actions = new Set(calls.map(({ action }) => action));
  for (const action of ['s3:ListBucket', 'sqs:ReceiveMessage', 'ssm:GetParameter', 'states:SendTaskSuccess'])
    assert.ok(actions.has(action), `${[...actions]}`);
  const role = calls[0]!.source.split('/').at(-1)!;
  const iam = new IAMClient(settings(emulator));
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName: role }));
  const policies = await Promise.all(
    PolicyNames.map(async (PolicyName): Promise<Policy> => {
      const asked = new GetRolePolicyCommand({ RoleName: role, PolicyName });
      const { PolicyDocument = '{}' } = await iam.send(asked);
      return JSON.parse(decodeURIComponent(PolicyDocument));
    }),
  );
  const beyond = calls.filter(({ action, resources, params }) =>
    resources.some(
      (resource) => !allows(policies, { action, resource, context: { 's3:prefix': prefixOf(params) } }),
    ),
  );
  assert.equal(
    beyond.map(({ action, resources }) => `${action} ${resources}`),
    [],
  );
}

const prefixOf = (params: Call['params']): string => String(params.prefix ?? params.Prefix ?? '');

containers.run();
