import { Fn } from 'aws-cdk-lib';
import { planTags } from '../../cloudformation/plan-tags.js';
import { defaultRunner, driverMachine, workerFunction } from '../../engines/aws/names.js';
import { arn, iamArn, ownPath } from '../arns.js';

/** In texts that CloudFormation fills: the name of the environment. */
export const environment = '${Environment}';

export const workerArn: string = arn('lambda', `function:${workerFunction(environment)}`);
export const driverArn: string = arn('states', `stateMachine:${driverMachine(environment)}`);
export const runnerQueueArn: string = arn('sqs', defaultRunner(environment));

const boundary = `plancc-${environment}-\${AWS::Region}-boundary`;

/** With the region, since names of policies are the same in all of them. */
export const boundaryName: string = Fn.sub(boundary);
export const boundaryArn: string = iamArn(`policy${ownPath}${boundary}`);
export const withoutBoundary = { StringNotEquals: { 'iam:PermissionsBoundary': boundaryArn } };

/** Roles of the environment's plans. */
export const planRoles: string = iamArn(`role/plancc/${environment}/*`);

/** Tells what belongs to the environment, whatever its name: state machines and their executions, queues, task definitions. */
export const ofEnvironment = {
  StringEquals: { [`aws:ResourceTag/${planTags.environment}`]: Fn.ref('Environment') },
};
export const tags = [{ key: planTags.environment, value: Fn.ref('Environment') }];
