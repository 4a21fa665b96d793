import { CfnDeletionPolicy, type CfnParameter, type Stack } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { environmentsPrefix } from '../../environment/keys.js';
import { storeName } from '../arns.js';
import { lifecycle } from './lifecycle.js';
import { objectLock } from './object-lock.js';

/** The store. What is put below `environments/` is told to the queue. */
export function createBucket(stack: Stack, queueArn: string, logDays: CfnParameter): CfnBucket {
  const bucket = new CfnBucket(stack, 'Store', {
    bucketName: storeName,
    versioningConfiguration: { status: 'Enabled' },
    bucketEncryption: {
      serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
    ...objectLock(stack),
    lifecycleConfiguration: { rules: lifecycle(logDays) },
    notificationConfiguration: {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queueArn,
          filter: {
            s3Key: {
              rules: [
                { name: 'prefix', value: environmentsPrefix },
                { name: 'suffix', value: '.json' },
              ],
            },
          },
        },
      ],
    },
  });
  // Versions that run are in it. A first setup that fails may be tried again, all the same.
  bucket.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE;
  bucket.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  return bucket;
}
