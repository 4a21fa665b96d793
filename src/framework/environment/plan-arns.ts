import { planIds } from '../../cloudformation/logical-id.js';
import { planStackName } from '../../environment/plan-stack-name.js';
import { arn, iamArn } from '../arns.js';

/** What the plans of all environments are made of. Names of machines do not say of which one they are; tags do. */
export const allPlanRoles: string = iamArn('role/plancc/*');
export const allPlanStacks: string = arn('cloudformation', `stack/${planStackName('*', '*')}/*`);
export const allPlanQueues: string = arn('sqs', planStackName('*', '*'));
export const planMachines: string = arn('states', `stateMachine:*${planIds.stateMachine}-*`);
export const planExecutions: string = arn('states', `execution:*${planIds.stateMachine}-*:*`);
