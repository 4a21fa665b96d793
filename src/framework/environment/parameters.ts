import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { environmentInAws } from '../../engines/aws/names.js';
import { logRetention } from '../logs.js';

export type Parameters = ReturnType<typeof createParameters>;

/** What differs between environments. Everything else is known by its name. */
export function createParameters(stack: Stack) {
  new CfnParameter(stack, 'Environment', {
    description: 'Name of the environment',
    allowedPattern: environmentInAws.pattern,
    constraintDescription: environmentInAws.expected,
  });
  new CfnParameter(stack, 'Code', {
    description: 'Digest of the programs, which are in the store below framework/',
    allowedPattern: '^[0-9a-f]{64}$',
  });
  return {
    executionPolicies: new CfnParameter(stack, 'ExecutionPolicies', {
      type: 'CommaDelimitedList',
      description: 'ARNs of policies of the role that CloudFormation makes stacks with',
      // As in `cdk bootstrap`.
      default: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    subnets: new CfnParameter(stack, 'Subnets', {
      description: 'Subnets of runners that name none themselves, comma-separated',
      default: '',
    }),
    securityGroups: new CfnParameter(stack, 'SecurityGroups', {
      description: 'Security groups of runners that name none themselves, comma-separated',
      default: '',
    }),
    assignPublicIp: new CfnParameter(stack, 'AssignPublicIp', {
      description: 'ENABLED when the subnets reach the internet only with a public address',
      allowedValues: ['ENABLED', 'DISABLED'],
      default: 'DISABLED',
    }),
    logDays: logRetention(stack),
  };
}
