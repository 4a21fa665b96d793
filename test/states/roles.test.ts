import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Parameter, Plan } from '../../src/language/plan.js';
import type { Written } from '../../src/states/arn.js';
import { assumeRole, passRole } from '../../src/states/roles.js';

const roles = suite('roles a plan may use');

const parameter = (name: string, type: Parameter['type'], secret = false): [string, Parameter] => [
  name,
  { name, type, secret, value: {} },
];

const plan = {
  name: 'shop',
  version: '1.0.0',
  resources: {},
  parameters: new Map([
    parameter('Role', 'String'),
    parameter('Roles', 'List'),
    parameter('Hidden', 'String', true),
  ]),
} as unknown as Plan;

const exact: readonly Written[] = [
  'arn:aws:iam::123456789012:role/deployer',
  'arn:aws:iam::123456789012:role/${{ Environment }}-deployer',
  'arn:aws:iam::${{ States.Account.Id }}:role/deployer',
  '${{ Parameters.Role }}',
  { 'Fn::GetAtt': ['Role', 'Arn'] },
  { 'Fn::ImportValue': 'DeployerArn' },
  { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/deployer' },
];

for (const role of exact) {
  roles(`${JSON.stringify(role)} is allowed as it is`, () => {
    assert.equal(passRole(plan, role, 'cloudformation.amazonaws.com').resources, [role]);
    assert.equal(assumeRole(plan, role).resources, [role]);
  });
}

// In the template these would be `*`, or no ARN.
const unknown: readonly Written[] = [
  '${{ States.Account.RoleArn }}',
  '${{ Parameters.Roles[0] }}',
  '${{ Parameters.Roles }}',
  '${{ Parameters.Hidden }}',
  '${{ Environment }}',
  'arn:${{ States.Account.Rest }}',
  { 'Fn::Sub': '${{ States.Account.RoleArn }}' },
];

for (const role of unknown) {
  roles(`${JSON.stringify(role)} is any role, and nothing but a role`, () => {
    assert.equal(passRole(plan, role, 'cloudformation.amazonaws.com').resources, [
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*' },
    ]);
    assert.equal(assumeRole(plan, role).resources, [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::*:role/*' }]);
  });
}

roles('are bound to a service, or to the environment', () => {
  assert.equal(passRole(plan, exact[0]!, 's.amazonaws.com').condition, {
    StringEquals: { 'iam:PassedToService': 's.amazonaws.com' },
  });
  assert.equal(assumeRole(plan, exact[0]!).condition, {
    StringEquals: { 'sts:ExternalId': { Ref: 'PlanccEnvironment' } },
  });
});

roles.run();
