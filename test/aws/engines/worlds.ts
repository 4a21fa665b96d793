import type { Mocks } from '../../../src/engines/local/mocks/mocks.js';
import type { Files } from '../../folder.js';

/** What a fixture needs around it to be deployed. */
export interface World {
  /** Added to the project; those without an ending can be run. */
  readonly files?: Files;
  /** What AWS answers, beside the fixture's own `mocks.yaml`. The emulator is given the same by its API. */
  readonly mocks?: Mocks;
  /** Native states that the emulator does itself, of those that have mocks. */
  readonly really?: readonly string[];
  /** Maps whose iterations are executions of their own in AWS, which the history of the deployment does not have. */
  readonly apart?: readonly string[];
  /** A project that is deployed before it. */
  readonly before?: Files;
  /** Outputs that the emulator has otherwise than AWS documents them. */
  readonly otherwise?: readonly string[];
  /** Texts of the plan that are replaced. */
  readonly but?: readonly (readonly [text: string, by: string])[];
}

/** Why a fixture is not deployed here. */
export interface Left {
  readonly left: string;
}

const job = (output: object) =>
  `#!/bin/sh\necho at work\necho '${JSON.stringify(output)}' > "$PLANCC_OUTPUT"\n`;

const network = (name: string, version = '1.0.0'): Files => ({
  'plan.yaml': `
Name: ${name}
Version: ${version}
Outputs: { VpcId: "\${{ States.Vpc.id }}" }
States: { Vpc: { Type: Pass, Result: { id: vpc-1 }, ResultPath: $.output.Vpc } }
`,
});

/** Every folder of a fixture whose plan compiles. */
export const worlds: { readonly [fixture: string]: World | Left } = {
  'compile/approved-under-the-same-when': {},
  'compile/catchers': {
    files: { job: '#!/bin/sh\necho "not today" >&2\nexit 3\n' },
    mocks: { Functions: { alarm: 'heard' } },
  },
  'compile/intrinsics': { mocks: { States: { Publish: { Return: { MessageId: '1' } } } } },
  'compile/map': {
    files: { zone: job({}), use: job({}) },
    mocks: { States: { Tell: { Return: { MessageId: '1' } } } },
    // Plans have no input.
    but: [['$.input.zones', '$.parameters.Regions']],
  },
  'compile/order-is-flow': {},
  'compile/otherwise': { left: 'the emulator loses arguments of functions inside of functions' },
  'compile/outputs-and-resources': {
    files: { migrate: job({}), seed: job({}) },
    mocks: { Parameters: { '/dev/subnet-a': 'subnet-1' }, Runners: { tools: { Startup: [] } } },
  },
  'compile/parallel': { files: { use: job({}) } },
  'compile/parallel-and-map-jsonata': { files: { r: job({ class: 'large' }) } },
  'compile/plan-json': {},
  'compile/references': {
    before: network('my-network'),
    files: { rows: job({ rows: 3 }) },
    but: [
      // A stack takes its time.
      ['Default: 5', 'Default: 15'],
      ['Commands: [', 'Commands: [./rows, '],
    ],
    mocks: {
      Functions: { check: { arn: 'arn:aws:sns:us-east-1:123456789012:checked' } },
      States: { Publish: { Return: { MessageId: '1' } } },
    },
  },
  'compile/references-jsonata': {},
  'compile/when': {},
  'landscape/network': {},
  // Its ARN of a cluster has `dbcluster/`, and the `Ref` of a secret is its name.
  'landscape/database': { otherwise: ['.ClusterArn', '.SecretArn'] },
  'landscape/webshop': { really: ['Record release', 'Announce', 'Announce failure'] },
  'simulate/as-expected': {
    before: network('network', '2.0.0'),
    files: { migrate: job({}) },
    mocks: {
      Parameters: { '/shop/password': 'correct-horse' },
      Functions: { pages: { Web: { Url: 'https://dev.example.com' } } },
      Runners: { tools: { Startup: [] } },
    },
    but: [
      ['Seconds: 172800', 'Seconds: 1'],
      ['Commands: [migrate]', 'Commands: [./migrate]'],
      // Its app is an empty folder.
      ['Type: cdk, Properties: { Path: app }', 'Type: lambda, Properties: { FunctionName: pages }'],
    ],
  },
  'simulate/distributed': {
    apart: ['Each customer/'],
    mocks: {
      Parameters: { '/backfill/dev/bucket': 'plancc-backfill' },
      Objects: { 'plancc-backfill/customers.csv': 'id,name\n1,Ann\n2,Ben\n' },
      Functions: { export: 'done' },
    },
  },
  'simulate/jsonata': {
    mocks: { Functions: { archive: { done: true } }, States: { Count: { Return: { Count: 320 } } } },
  },
  'simulate/misnamed': { left: 'the same plan as simulate/as-expected' },
  'simulate/mock-missing': {
    mocks: { States: { 'Ask: twice': { Throw: { Error: 'Sqs.QueueDoesNotExistException' } } } },
    // It tries again for minutes.
    but: [['IntervalSeconds: 60', 'IntervalSeconds: 1, MaxAttempts: 1']],
  },
  'simulate/mock-missing-expected': { left: 'it says what no mock stands for' },
  'simulate/not-as-expected': { left: 'the same plan as simulate/as-expected' },
  'states/approval/asked': { left: 'people decide; tests of the life of a distribution have that' },
  'states/cdk/app': { left: 'its app is an empty folder' },
  'states/cdk/assembly': { left: 'its assembly is no output of the CDK, which refuses it' },
  'states/cfn/all-properties': { mocks: { Parameters: { '/shop/password': 'correct-horse' } } },
  'states/cfn/other-account-and-delete': {},
  'states/cfn/packaged-files': { left: 'it names buckets and templates that are not there' },
  'states/cfn/unsecret': { mocks: { Parameters: { '/shop/password': 'p', '/shop/api-key': 'k' } } },
  'states/import/documents': { left: 'the same value names a bucket, an account and a role' },
  'states/lambda/functions': {
    left: 'functions of other accounts, and exports of stacks that are not there',
  },
  'states/runner/job': {
    files: { 'schema/changes': job({ Changes: 'schema' }), 'schema/any': job({ anything: 1 }) },
    mocks: { Parameters: { '/shop/password': 'correct-horse', '/shop/subnet': 'subnet-1' } },
    but: [
      ['liquibase update', './changes'],
      ['"echo ${PLANCC_OUTPUT}"', './any'],
      // A task takes longer to start.
      ['TimeoutSeconds: 1', 'TimeoutSeconds: 60'],
    ],
  },
  'states/runner/timeouts': {
    files: { job: job({ timeout: 60 }) },
    mocks: { Parameters: { '/timeout': '900' } },
  },
  'states/sam/built': {},
  'states/sam/local-template': { left: 'SAM refuses a function with an image and a handler' },
  'states/sam/whole-folder': {},
};
