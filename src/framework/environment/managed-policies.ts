import { CfnOutput, Fn, type Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { driverMachine, managedPolicy } from '../../engines/aws/names.js';
import { blobKey, environmentKey } from '../../environment/keys.js';
import { arn, storedArn } from '../arns.js';
import { allow, policy, type Statement } from '../policy.js';
import { environment, ofEnvironment } from './own.js';
import { planExecutions } from './plan-arns.js';
import { everything, inEnvironment, keys, versions } from './store-statements.js';

/** Looking at everything in the environment: what runs, records, histories, logs, distributions. */
const looking: readonly Statement[] = [
  keys,
  allow('s3:GetObject', [
    everything,
    storedArn(environmentKey('*')),
    ...versions,
    storedArn(`logs/${environment}/*`),
  ]),
  allow(['states:DescribeExecution', 'states:GetExecutionHistory'], planExecutions, ofEnvironment),
  allow('states:DescribeExecution', arn('states', `execution:${driverMachine(environment)}:*`)),
  allow('cloudformation:DescribeStacks', '*'),
];

type Who = Parameters<typeof managedPolicy>[2];

const policies: readonly (readonly [who: Who, what: string, statements: readonly Statement[]])[] = [
  ['viewer', 'Sees what runs in the environment', looking],
  [
    'deployer',
    'Ships distributions and requests deployments to the environment',
    [
      ...looking,
      allow('s3:PutObject', [...versions, ...inEnvironment('requests')]),
      allow('s3:AbortMultipartUpload', storedArn(blobKey('*'))),
    ],
  ],
  [
    'approver',
    'Approves and rejects deployments to the environment',
    [...looking, allow('s3:PutObject', inEnvironment('decisions'))],
  ],
];

/** Policies for the people and programs that use the environment. */
export function createManagedPolicies(stack: Stack): void {
  for (const [name, description, statements] of policies) {
    const id = `${name[0]!.toUpperCase()}${name.slice(1)}`;
    const made = new CfnManagedPolicy(stack, id, {
      managedPolicyName: Fn.sub(managedPolicy(environment, '${AWS::Region}', name)),
      description,
      policyDocument: policy(...statements),
    });
    new CfnOutput(stack, `${id}Policy`, { value: made.ref });
  }
}
