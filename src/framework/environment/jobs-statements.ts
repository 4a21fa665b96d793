import { cluster } from '../../engines/aws/names.js';
import { arn } from '../arns.js';
import { allow, type Statement } from '../policy.js';
import { ofEnvironment, planRoles } from './own.js';
import type { Runner } from './runner.js';
import { jobs } from './store-statements.js';

const inCluster = { ArnEquals: { 'ecs:cluster': arn('ecs', `cluster/${cluster}`) } };

/** Lets jobs be put into the store, and hosts of runners be started for them: the default one, and those of plans. */
export const hosting = ({ roles }: Runner): readonly Statement[] => [
  allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], jobs),
  allow('ecs:RunTask', arn('ecs', 'task-definition/*'), { ...ofEnvironment, ...inCluster }),
  allow('ecs:DescribeTasks', arn('ecs', `task/${cluster}/*`), inCluster),
  allow('iam:PassRole', [planRoles, ...roles.map(({ attrArn }) => attrArn)], {
    StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
  }),
];
