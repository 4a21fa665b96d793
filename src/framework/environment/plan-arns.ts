import { planIds } from '../../cloudformation/logical-id.js';
import { planStackName } from '../../environment/plan-stack-name.js';
import { anywhere, arn } from '../arns.js';

/** What the plans of all environments are made of. Names of machines do not say of which one they are; tags do. */
export const allPlanRoles: string = anywhere('iam', 'role/plancc/*');
export const allPlanStacks: string = anywhere('cloudformation', `stack/${planStackName('*', '*')}/*`);
export const allPlanQueues: string = anywhere('sqs', planStackName('*', '*'));
const machine = `stateMachine:*${planIds.stateMachine}-*`;
const execution = `execution:*${planIds.stateMachine}-*:*`;
export const allPlanMachines: readonly string[] = [machine, execution].map((name) =>
  anywhere('states', name),
);
/** Those in the account and region. */
export const planMachines: string = arn('states', machine);
export const planExecutions: string = arn('states', execution);
