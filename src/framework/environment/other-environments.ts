import { Fn } from 'aws-cdk-lib';
import { planTags } from '../../cloudformation/plan-tags.js';
import { deny, type Statement } from '../policy.js';
import { allPlanQueues, allPlanRoles, allPlanStacks, planExecutions, planMachines } from './plan-arns.js';

/**
 * Nothing of an environment touches what the plans of another one are made of: not all of it can be told by its name, but each
 * of these services compares tags. Executions have those of their state machine:
 * https://docs.aws.amazon.com/step-functions/latest/dg/tag-based-policies.html
 */
export const notOthers: Statement = deny(
  ['cloudformation:*', 'iam:*', 'sqs:*', 'states:*', 'sts:AssumeRole'],
  [allPlanRoles, allPlanStacks, allPlanQueues, planMachines, planExecutions],
  {
    Null: { [`aws:ResourceTag/${planTags.environment}`]: 'false' },
    StringNotEquals: { [`aws:ResourceTag/${planTags.environment}`]: Fn.ref('Environment') },
  },
);
