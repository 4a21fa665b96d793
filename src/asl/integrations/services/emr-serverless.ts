import type { Statement } from '../../statement.js';
import { arnValue } from '../arn.js';
import { allow, type Call, managedRule, type Service, serviceLinkedRole } from '../call.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html#emr-serverless-iam */
const createApplication = ({ waits }: Call): readonly Statement[] => [
  allow(['emr-serverless:CreateApplication'], [arnValue('emr-serverless:/*')]),
  serviceLinkedRole('ops.emr-serverless.amazonaws.com', 'AWSServiceRoleForAmazonEMRServerless*'),
  ...(waits
    ? [
        allow(
          ['emr-serverless:GetApplication', 'emr-serverless:DeleteApplication'],
          [arnValue('emr-serverless:/applications/*')],
        ),
        managedRule('StepFunctionsGetEventsForEMRServerlessApplicationRule'),
      ]
    : []),
];

export const emrServerless: Service = { createApplication };
