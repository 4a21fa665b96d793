import { Fn } from 'aws-cdk-lib';
import { arn } from '../arns.js';
import { allow, type Statement } from '../policy.js';

/** Parameters of Systems Manager and secrets, which plans name, of this account and region. */
export const values: readonly Statement[] = [
  allow('ssm:GetParameter', arn('ssm', 'parameter/*')),
  allow('secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:*')),
  // With keys of the account's own: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
  allow('kms:Decrypt', arn('kms', 'key/*'), {
    StringEquals: {
      'kms:ViaService': ['ssm', 'secretsmanager'].map((service) =>
        Fn.sub(`${service}.\${AWS::Region}.\${AWS::URLSuffix}`),
      ),
    },
  }),
];
