import type { Statement } from '../../statement.js';
import { allow, type Call, named, type Service } from '../call.js';
import { jobStatements, jobs } from './jobs.js';

/** What EKS looks up in the name of its caller: https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html#eks-iam */
const createNodegroup = (call: Call): readonly Statement[] => [
  ...jobStatements(call, jobs.eks!.createNodegroup!),
  allow(['ec2:DescribeSubnets'], ['*']),
  allow(['iam:GetRole', 'iam:ListAttachedRolePolicies'], [named(call, 'iam:role/*', 'NodeRole')]),
];

/** These speak to the cluster itself, which decides by its own roles. */
const inCluster = (): readonly Statement[] => [];

export const eks: Service = { createNodegroup, call: inCluster, runJob: inCluster };
