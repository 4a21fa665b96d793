import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { linesOf, summaryOf } from '../../src/environment/stack-changes.js';
import type { StackRequest } from '../../src/ports/stacks.js';
import { fixtures, matches } from '../golden.js';
import { newStacks, outputsOf } from './stacks.js';

const landscape = suite('stacks of the landscape, recorded');

const vpc = { Environment: 'test', CidrBlock: '10.40.0.0/16' };
const own = {
  PlanccEnvironment: 'test',
  PlanccWorkerArn: 'arn:aws:lambda:local:000000000000:function:plancc-worker',
  PlanccPermissionsBoundary: '',
};
const runner = {
  ...own,
  PlanccStoreBucket: 'plancc-local',
  PlanccRunnerProgram: 'framework/runner.cjs',
};

type Attempt = readonly [name: string, template: string, request: Partial<StackRequest>];

const attempts: readonly Attempt[] = [
  ['vpc', 'network/templates/vpc.yaml', { parameters: vpc }],
  ['vpc with another gateway', 'network/templates/vpc.yaml', { parameters: { ...vpc, NatGateways: '2' } }],
  ['vpc as it is', 'network/templates/vpc.yaml', { parameters: { ...vpc, NatGateways: '2' } }],
  [
    'endpoints',
    'network/templates/endpoints.yaml',
    { parameters: { VpcId: '<Vpc>', CidrBlock: '10.40.0.0/16', Subnets: '<SubnetA>,<SubnetB>' } },
  ],
  [
    'database',
    'database/templates/database.yaml',
    {
      parameters: {
        VpcId: '<Vpc>',
        VpcCidr: '10.40.0.0/16',
        Subnets: '<SubnetA>,<SubnetB>',
        Replicas: '1',
        MasterPassword: 'correct-horse-battery',
      },
    },
  ],
  [
    'api',
    'webshop/api/template.yaml',
    {
      parameters: {
        DomainName: 'api.shop.example.com',
        CertificateArn: 'arn:aws:acm:local:000000000000:certificate/1',
        HostedZoneId: 'Z1',
        AllowedOrigin: 'https://shop.example.com',
        ClusterArn: 'arn:aws:rds:local:000000000000:cluster:shop',
        DbCredentials: 'arn:aws:secretsmanager:local:000000000000:secret:shop',
        DatabaseName: 'shop',
        PaymentApiKey: 'a-key-of-payments',
      },
    },
  ],
  [
    'probe',
    'webshop/templates/probe.yaml',
    { region: 'eu-central-1', parameters: { ShopUrl: 'https://shop.example.com' } },
  ],
  ['plan of network', 'expected/network/template.json', { parameters: own }],
  ['plan of database', 'expected/database/template.json', { parameters: runner }],
  [
    'plan of webshop',
    'expected/webshop/template.json',
    {
      parameters: {
        ...runner,
        PlanccWorkerRole: 'arn:aws:iam::000000000000:role/plancc-worker',
        ParameterSettingsBucket: 'settings',
      },
    },
  ],
  ['stack of a CDK app', '../stacks/cdk.json', { region: 'eu-west-1' }],
  ['stack of a CDK app elsewhere', '../stacks/cdk.json', {}],
];

const { deploy, machines, folder } = newStacks();

for (const [name, template, request] of attempts) {
  landscape(name, async () => {
    const text = readFileSync(join(fixtures, 'landscape', template), 'utf8');
    const stack = `test-${name.split(/ with| as| else/)[0]!.replaceAll(' ', '-')}`;
    const result = await deploy(text, { name: stack, ...request });
    const outputs = outputsOf(result);
    assert.is(result.status, 'done');
    const changes = result.status === 'done' ? result.changes : [];
    const said = Object.entries(outputs).map(([output, value]) => `${output} = ${value}`);
    const shown = [stack, `${summaryOf(changes)}`, '', ...linesOf(changes), '', ...said];
    matches(join(fixtures, `stacks/expected/${name.replaceAll(' ', '-')}.txt`), `${shown.join('\n')}\n`);
  });
}

landscape('the machine of each plan is registered, with what CloudFormation puts into its definition', () => {
  const [network] = machines;
  assert.is(network!.name, 'test-plan-of-network-PlanccStateMachine-local');
  assert.is(network!.arn, `arn:aws:states:local:000000000000:stateMachine:${network!.name}`);
  assert.is(JSON.parse(network!.definition).States.Vpc.Resource, own.PlanccWorkerArn);
  assert.is(machines.length, 3);
  for (const { definition } of machines) {
    assert.type(JSON.parse(definition).StartAt, 'string');
    assert.not.match(definition, /\$\{/);
  }
});

landscape('no value that a template hides is in any record', () => {
  const records = ['test-database', 'test-api'].map((name) =>
    readFileSync(join(folder, `local/${name}.json`), 'utf8'),
  );
  for (const record of records) assert.not.match(record, /correct-horse-battery|a-key-of-payments/);
  assert.match(records[0]!, /"MasterUserPassword": "<MasterPassword#[0-9a-f]{12}>"/);
});

landscape.run();
