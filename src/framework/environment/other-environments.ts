import { Fn } from 'aws-cdk-lib';
import { planTags } from '../../cloudformation/plan-tags.js';
import { ownerTag, ownerTagValue } from '../../states/cfn/owner.js';
import { anywhere } from '../arns.js';
import { deny, type Statement } from '../policy.js';
import { environment } from './own.js';
import { allPlanMachines, allPlanQueues, allPlanRoles, allPlanStacks } from './plan-arns.js';

/**
 * Nothing of an environment touches what the plans of another one are made of, or parameters and secrets that have its tag:
 * not all of it can be told by its name, but each of these services compares tags. Executions have those of their state
 * machine: https://docs.aws.amazon.com/step-functions/latest/dg/tag-based-policies.html
 */
const notOthersOwn: Statement = deny(
  ['cloudformation:*', 'iam:*', 'secretsmanager:*', 'sqs:*', 'ssm:*', 'states:*', 'sts:AssumeRole'],
  [
    allPlanRoles,
    allPlanStacks,
    allPlanQueues,
    ...allPlanMachines,
    anywhere('ssm', 'parameter/*'),
    anywhere('secretsmanager', 'secret:*'),
  ],
  {
    Null: { [`aws:ResourceTag/${planTags.environment}`]: 'false' },
    StringNotEquals: { [`aws:ResourceTag/${planTags.environment}`]: Fn.ref('Environment') },
  },
);

/** Nor stacks that its states have made. */
const notOthersStacks: Statement = deny('cloudformation:*', anywhere('cloudformation', 'stack/*'), {
  Null: { [`aws:ResourceTag/${ownerTag}`]: 'false' },
  StringNotLike: { [`aws:ResourceTag/${ownerTag}`]: Fn.sub(ownerTagValue(environment, '*', '*')) },
});

export const notOthers: readonly Statement[] = [notOthersOwn, notOthersStacks];
