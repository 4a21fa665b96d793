import { hash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { blobKey } from '../../src/environment/keys.js';
import type { JsonObject } from '../../src/source/document.js';
import { failureOf, newWorld } from './world.js';

const stackRequest = suite('what the worker asks of CloudFormation');

const template = 'Parameters: { A: { Type: String } }\nResources: { Queue: { Type: AWS::SQS::Queue } }\n';
const files = {
  'files/stack.yaml': template,
  'files/config/stack.json': JSON.stringify({
    Parameters: { A: 'configured', B: 2, C: true },
    Tags: { team: 'configured', cost: 1 },
    StackPolicy: { Statement: [] },
  }),
};
const properties = { StackName: 'test-shop', Template: 'stack.yaml' };

/** Of every stack. */
const owner = { 'plancc:state': 'test/shop/Make=20it' };

const requestFor = async (more: JsonObject, type = 'cfn') => {
  const { make, stacks } = await newWorld({ files });
  await make(type, { ...properties, ...more });
  const { token: _, ...request } = stacks[0]!;
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
};

stackRequest('the least of it', async () => {
  const least = {
    action: 'Deploy',
    name: 'test-shop',
    template,
    parameters: {},
    secret: [],
    tags: owner,
    capabilities: [],
    disableRollback: false,
    isOverdue: false,
  };
  assert.equal(await requestFor({}), least);
  // A template of SAM is named in full by the time it is deployed.
  assert.equal(await requestFor({ Path: 'api' }, 'sam'), least);
});

stackRequest('all of it: the plan comes before the configuration, and every value is text', async () => {
  const request = await requestFor({
    Action: 'Deploy',
    Configuration: 'config/stack.json',
    Parameters: { A: 'given', Zones: ['a', 'b'], Count: 3, On: false, Empty: [] },
    Tags: { team: 'given', on: true },
    Region: 'us-east-1',
    RoleArn: 'arn:aws:iam::000000000000:role/cfn',
    AssumeRoleArn: 'arn:aws:iam::210987654321:role/deployer',
    Capabilities: ['CAPABILITY_IAM'],
    DisableRollback: true,
    TerminationProtection: 'false',
  });
  assert.equal(request, {
    action: 'Deploy',
    name: 'test-shop',
    region: 'us-east-1',
    template,
    parameters: { A: 'given', B: '2', C: 'true', Zones: 'a,b', Count: '3', On: 'false', Empty: '' },
    secret: [],
    tags: { ...owner, team: 'given', cost: '1', on: 'true' },
    capabilities: ['CAPABILITY_IAM'],
    roleArn: 'arn:aws:iam::000000000000:role/cfn',
    assumeRoleArn: 'arn:aws:iam::210987654321:role/deployer',
    disableRollback: true,
    terminationProtection: false,
    isOverdue: false,
    stackPolicy: { Statement: [] },
  });
});

stackRequest('a stack to delete needs no template', async () => {
  const request = await requestFor({ Action: 'Delete', Template: 'gone.yaml', Parameters: { A: null } });
  assert.equal([request.action, request.template, request.parameters], ['Delete', undefined, {}]);
});

const refused: readonly (readonly [properties: JsonObject, cause: string])[] = [
  [{ StackName: 7 }, '`StackName` is 7, where a text belongs'],
  [{ Region: null }, '`Region` is null, where a text belongs'],
  [{ TerminationProtection: 'maybe' }, '`TerminationProtection` is "maybe", where `true` or `false` belongs'],
  [
    { Parameters: { A: { b: 1 } } },
    '`Parameters.A` is {"b":1}, where text, a number, a boolean or a list of these belongs',
  ],
  [
    { Parameters: { A: ['a', null] } },
    '`Parameters.A[1]` is null, where text, a number, a boolean or a list of these belongs',
  ],
];

stackRequest('a configuration that cannot be read is not taken for an empty one', async () => {
  const { make } = await newWorld({ files: { ...files, 'files/config/stack.json': '{"Parameters":' } });
  const [error, cause] = await failureOf(make('cfn', { ...properties, Configuration: 'config/stack.json' }));
  assert.is(error, 'StackFailed');
  assert.match(cause!, /^config\/stack\.json: /);
});

for (const [wrong, cause] of refused) {
  stackRequest(`refused: ${JSON.stringify(wrong)}`, async () => {
    const { make } = await newWorld({ files });
    assert.equal(await failureOf(make('cfn', { ...properties, ...wrong })), ['StackFailed', cause]);
  });
}

stackRequest(
  'addresses of assets are what `aws cloudformation package` writes, in nested templates too',
  async () => {
    const outer = `
Resources:
  Function: { Type: AWS::Lambda::Function, Properties: { Code: ../code, Handler: index.handler } }
  Sam: { Type: AWS::Serverless::Function, Properties: { CodeUri: ../code } }
  Machine: { Type: AWS::StepFunctions::StateMachine, Properties: { DefinitionS3Location: ../machine.json } }
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml } }
  Other: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: other.yaml } }
`;
    const inner =
      'Resources: { Api: { Type: AWS::ApiGateway::RestApi, Properties: { BodyS3Location: ../api.yaml } } }\n';
    const files = {
      'files/templates/outer.yaml': outer,
      'files/templates/inner.yaml': inner,
      'files/templates/other.yaml': template,
      'files/machine.json': '{}',
      'files/api.yaml': 'openapi: 3.0.0\n',
      'assets/code.zip': 'a zip',
    };
    const at = (resource: string, property: string) => ['Resources', resource, 'Properties', property];
    const asset = (name: string, pointer: readonly string[], path: string) => ({
      template: `templates/${name}.yaml`,
      pointer,
      path,
    });
    const { make, stacks, objects } = await newWorld({
      files,
      assets: [
        asset('outer', at('Function', 'Code'), 'assets/code.zip'),
        asset('outer', at('Sam', 'CodeUri'), 'assets/code.zip'),
        asset('outer', at('Machine', 'DefinitionS3Location'), 'files/machine.json'),
        asset('outer', at('Inner', 'TemplateURL'), 'files/templates/inner.yaml'),
        asset('outer', at('Other', 'TemplateURL'), 'files/templates/other.yaml'),
        asset('inner', at('Api', 'BodyS3Location'), 'files/api.yaml'),
      ],
    });
    await make('cfn', { ...properties, Template: 'templates/outer.yaml' });
    const keyOf = (text: string) => blobKey(hash('sha256', text));
    const bucket = 'plancc-store';
    const url = 'https://plancc-store.s3.local.amazonaws.com';
    const packaged = JSON.stringify({
      Resources: {
        Api: {
          Type: 'AWS::ApiGateway::RestApi',
          Properties: { BodyS3Location: { Bucket: bucket, Key: keyOf('openapi: 3.0.0\n') } },
        },
      },
    });
    const { Resources } = JSON.parse(stacks[0]!.template!);
    const written = Object.fromEntries(
      Object.entries(Resources).map(([id, resource]) => [
        id,
        (resource as { Properties: JsonObject }).Properties,
      ]),
    );
    assert.equal(written, {
      Function: { Code: { S3Bucket: bucket, S3Key: keyOf('a zip') }, Handler: 'index.handler' },
      Sam: { CodeUri: `s3://${bucket}/${keyOf('a zip')}` },
      Machine: { DefinitionS3Location: { Bucket: bucket, Key: keyOf('{}') } },
      Inner: { TemplateURL: `${url}/${keyOf(packaged)}` },
      Other: { TemplateURL: `${url}/${keyOf(template)}` },
    });
    assert.is(objects.get(keyOf(packaged))?.toString(), packaged);
  },
);

stackRequest.run();
