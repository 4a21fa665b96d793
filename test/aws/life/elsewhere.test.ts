import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { assumeRole, settings } from '../emulator/account.js';
import { account, onAccount } from './harness.js';

const elsewhere = onAccount('other regions and accounts', ['dev']);

const far = { account: '222222222222', region: 'eu-west-1' };
const role = `arn:aws:iam::${far.account}:role/deployer`;

const release = {
  'plan.yaml': `
Name: release
Version: 1.0.0
Parameters: { Where: { Default: here, Values: { staging: there, production: far } } }
Outputs: { Answer: "\${{ States.Ask.answer }}" }
States:
  Code:
    Type: cfn
    Properties: { StackName: "\${{ Environment }}-code", Template: code.yaml, Parameters: { Where: "\${{ Parameters.Where }}" } }
  Ask: { Type: lambda, Properties: { FunctionName: "\${{ States.Code.Function }}" } }
`,
  'code.yaml': `
Parameters: { Where: { Type: String } }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Code: code
      Handler: index.handler
      Runtime: nodejs22.x
      Role: !GetAtt Role.Arn
      Environment: { Variables: { WHERE: !Ref Where } }
Outputs: { Function: { Value: !Ref Function } }
`,
  'code/index.mjs':
    'export const handler = async () => ({ answer: `${process.env.WHERE} in ${process.env.AWS_REGION}` });',
};

elsewhere.test('a version is promoted to another region, then to another account', async (life) => {
  life.project('release', release);
  assert.match(await life.done('deploy release --env dev'), 'Answer  here in us-east-1');
  await life.done(`setup --yes --region ${far.region}`);
  await life.done(`env create staging --region ${far.region} --subnets subnet-1`);
  const staged = await life.done('promote release --from dev --to staging');
  assert.match(staged, `shipped release 1.0.0 in ${account}/${far.region}`);
  assert.match(staged, 'Answer  there in eu-west-1');
  await life.done(`setup --yes --region ${far.region} --role-arn ${role}`);
  await life.done(
    `env create production --kind production --region ${far.region} --role-arn ${role} --subnets subnet-1`,
  );
  const promoted = await life.done('promote release --from staging --to production --yes');
  assert.match(promoted, `shipped release 1.0.0 in ${far.account}/${far.region}`);
  assert.match(promoted, 'Answer  far in eu-west-1');
  const { distributions } = JSON.parse(await life.done('status --json'));
  const ids = distributions.map((one: { runs: { id: string } }) => one.runs.id);
  assert.equal([ids.length, new Set(ids).size], [3, 1], 'the same distribution in all three');
  assert.match(await life.done('history'), /promote from staging +production +succeeded/);
});

const edge = {
  'plan.yaml': `
Name: edge
Version: 1.0.0
Outputs: { Topic: "\${{ States.Topic.Arn }}", Far: "\${{ States.Far.Arn }}", Value: "\${{ States.Value.Given }}" }
States:
  Topic:
    Type: cfn
    Properties: { StackName: edge, Template: topic.yaml, Region: ${far.region} }
  Far:
    Type: cfn
    Properties: { StackName: edge, Template: topic.yaml, Region: ${far.region}, AssumeRoleArn: "${role}" }
  Value:
    Type: import
    Properties:
      From: { Bucket: given-to-others, Key: given.json }
      Outputs: { Given: $.value }
      AssumeRoleArn: "${role}"
`,
  'topic.yaml': 'Resources: { Topic: { Type: AWS::SNS::Topic } }\nOutputs: { Arn: { Value: !Ref Topic } }\n',
};

elsewhere.test('states that work in another region and in another account', async (life) => {
  life.project('edge', edge);
  const there = await assumeRole(life.emulator, role, 'owner', { externalId: 'dev' });
  const s3 = new S3Client(settings(life.emulator, there));
  await s3.send(new CreateBucketCommand({ Bucket: 'given-to-others' }));
  const given = { Bucket: 'given-to-others', Key: 'given.json', Body: JSON.stringify({ value: [1, 2] }) };
  await s3.send(new PutObjectCommand(given));
  const told = await life.done('deploy edge --env dev');
  assert.match(told, 'the plan names the account 222222222222');
  const { outputs } = JSON.parse(await life.done('output edge --env dev --json'));
  assert.match(outputs.Topic, `arn:aws:sns:${far.region}:${account}:`);
  assert.match(outputs.Far, `arn:aws:sns:${far.region}:${far.account}:`);
  assert.equal(outputs.Value, [1, 2]);
});

elsewhere.run();
