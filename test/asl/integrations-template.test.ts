import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { distributedMap } from '../../src/asl/integrations/index.js';
import { cfnLint, cloudFormationValidate, hasCfnLint } from '../validators.js';
import { permissionsFor, plan, uses } from './uses.js';

/** A policy of what each use needs, beside the resources that they are about. */
const template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Parameters: Object.fromEntries(
    [...[...plan.parameters.keys()].map((name) => `Parameter${name}`), 'PlanccEnvironment'].map((id) => [
      id,
      { Type: 'String' },
    ]),
  ),
  Resources: {
    ...plan.resources,
    PlanccStateMachine: plan.resources.Nightly,
    ...Object.fromEntries(
      [...uses.map(permissionsFor), distributedMap()]
        .filter((statements) => statements.length > 0)
        .map((statements, index) => [
          `Policy${index}`,
          {
            Type: 'AWS::IAM::Policy',
            Properties: {
              PolicyName: 'States',
              Roles: [{ Ref: 'JobRole' }],
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: statements.map(({ actions, resources, condition }) => ({
                  Effect: 'Allow',
                  Action: actions,
                  Resource: resources,
                  ...(condition && { Condition: condition }),
                })),
              },
            },
          },
        ]),
    ),
  },
};

const policies = suite('policies of integrations in a template');

policies('@aws/cloudformation-validate has nothing against them', () => {
  assert.equal(cloudFormationValidate([['uses', template]]), []);
});

policies('cfn-lint has nothing against them', () => {
  if (!hasCfnLint) return console.log('cfn-lint is not installed');
  assert.is(cfnLint([['uses', template]]), '');
});

policies.run();
