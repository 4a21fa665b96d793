import type { Statement } from '../../statement.js';
import { arnValue } from '../arn.js';
import { allow, type Call, managedRule, passRole, type Service, serviceLinkedRole } from '../call.js';

/**
 * The job flow role is an instance profile, which is named like its role.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html#emr-iam
 */
function createCluster({ given, plan, waits }: Call): readonly Statement[] {
  const clusters = arnValue('elasticmapreduce:cluster/*');
  return [
    allow(['elasticmapreduce:RunJobFlow'], ['*']),
    ...(given.has('Tags') ? [allow(['elasticmapreduce:AddTags'], [clusters])] : []),
    ...passRole(plan, inChinaToo('elasticmapreduce'), given.text('ServiceRole')),
    ...passRole(plan, inChinaToo('ec2'), given.text('JobFlowRole')),
    ...passRole(plan, inChinaToo('application-autoscaling'), given.text('AutoScalingRole')),
    serviceLinkedRole('elasticmapreduce.amazonaws.com', 'AWSServiceRoleForEMRCleanup*'),
    ...(waits
      ? [
          allow(['elasticmapreduce:DescribeCluster', 'elasticmapreduce:TerminateJobFlows'], [clusters]),
          managedRule('StepFunctionsGetEventForEMRRunJobFlowRule'),
        ]
      : []),
  ];
}

/** EMR and what it works with have a principal of their own there. */
const inChinaToo = (service: string): readonly string[] => [
  `${service}.amazonaws.com`,
  `${service}.amazonaws.com.cn`,
];

export const emr: Service = { createCluster };
