import type { Statement } from '../../statement.js';
import { namedArn } from '../arn.js';
import { allow, type Call, named, type Service, serviceLinkedRole } from '../call.js';
import { literalOf, toValue } from '../text.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html#emr-eks-iam */
const createVirtualCluster = (): readonly Statement[] => [
  allow(['emr-containers:CreateVirtualCluster'], ['*']),
  serviceLinkedRole('emr-containers.amazonaws.com', 'AWSServiceRoleForAmazonEMRContainers'),
];

/** The role of a job is not passed but named in a condition. */
function startJobRun(call: Call): readonly Statement[] {
  const { given, plan, waits } = call;
  const role = namedArn(plan, given.text('ExecutionRoleArn'), 'iam:role/*');
  const condition = { 'emr-containers:ExecutionRoleArn': toValue(role) };
  return [
    allow(
      ['emr-containers:StartJobRun'],
      [named(call, 'emr-containers:/virtualclusters/*', 'VirtualClusterId')],
      {
        [literalOf(role).endsWith(':role/*') ? 'StringLike' : 'StringEquals']: condition,
      },
    ),
    ...(waits
      ? [
          allow(
            ['emr-containers:DescribeJobRun', 'emr-containers:CancelJobRun'],
            [named(call, 'emr-containers:/virtualclusters/*/jobruns/*', 'VirtualClusterId')],
          ),
        ]
      : []),
  ];
}

export const emrContainers: Service = { createVirtualCluster, startJobRun };
