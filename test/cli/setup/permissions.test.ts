import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { permissionChanges, permissionsIn } from '../../../src/cli/setup/permissions.js';
import { changeLines } from '../../../src/cli/setup/show.js';

const permissions = suite('permissions of a template, in words');

const template = (statement: object, more: object = {}) =>
  JSON.stringify({
    Resources: {
      Worker: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: [
              { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
            ],
          },
          Policies: [{ PolicyDocument: { Statement: [statement] } }],
        },
      },
      ...more,
    },
  });
const reading = {
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: [{ 'Fn::GetAtt': ['Store', 'Arn'] }, { 'Fn::Sub': '${Store.Arn}/blobs/*' }],
};

permissions('who may be a role, what it may, on what and when', () => {
  const when = { StringEquals: { 'aws:ResourceTag/team': { Ref: 'Team' } } };
  assert.equal(permissionsIn(template({ ...reading, Condition: when })), [
    'lambda.amazonaws.com may be Worker',
    'Worker may s3:GetObject, s3:ListBucket on ${Store.Arn}, ${Store.Arn}/blobs/* if aws:ResourceTag/team StringEquals ${Team}',
  ]);
});

permissions('what is denied, what is left out, and policies that stand at a resource', () => {
  const more = {
    StorePolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        PolicyDocument: {
          Statement: {
            Effect: 'Deny',
            Principal: '*',
            NotAction: 's3:GetObject',
            NotResource: { 'Fn::Join': ['', ['a', { Ref: 'B' }]] },
          },
        },
      },
    },
    Call: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Principal: 'events.amazonaws.com',
        Action: 'lambda:InvokeFunction',
        FunctionName: { Ref: 'F' },
      },
    },
    Admin: {
      Type: 'AWS::IAM::Role',
      Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    },
  };
  assert.equal(permissionsIn(template(reading, more)).slice(2), [
    'anyone may not do all but s3:GetObject on all but a${B}',
    'events.amazonaws.com may lambda:InvokeFunction on ${F}',
    'Admin may do what arn:aws:iam::aws:policy/AdministratorAccess says',
  ]);
});

permissions('of a new stack what it gives; of one that changes what comes and what goes', () => {
  const denial = { ...reading, Effect: 'Deny' };
  assert.equal(permissionChanges(undefined, template(denial)), ['+ lambda.amazonaws.com may be Worker']);
  const [given, taken] = permissionChanges(template(denial), template(reading));
  assert.match(given!, /^\+ Worker may s3:GetObject/);
  assert.match(taken!, /^- Worker may not s3:GetObject/);
  assert.equal(permissionChanges(template(reading), template(reading)), []);
});

permissions('parameters and what CloudFormation knows stand as values', () => {
  const statement = {
    ...reading,
    Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Environment}-${AWS::AccountId}-${AWS::Region}' },
  };
  const request = {
    action: 'Deploy',
    name: 'plancc-env-dev',
    template: template(statement),
    parameters: { Environment: 'dev' },
    secret: [],
    tags: {},
    capabilities: [],
    disableRollback: false,
    token: 't',
  } as const;
  const at = { account: '123456789012', region: 'eu-west-1' };
  const lines = changeLines(at, { request, changes: [], before: undefined });
  assert.is(
    lines.at(-1),
    '    + Worker may s3:GetObject, s3:ListBucket on arn:aws:s3:::dev-123456789012-eu-west-1',
  );
  const same = changeLines(at, { request, changes: [], before: request.template });
  assert.is(same.at(-1), '  permissions stay as they are');
});

permissions.run();
