import type { CfnParameter } from 'aws-cdk-lib';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';

/** As long as a message can wait in a queue, so that a job in a queue is there: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const jobDays = 14;

/**
 * What the store forgets by itself. Blobs and manifests are not among it, however old: a version that runs, or that one
 * may roll back to, may have been shipped years ago, and shares its blobs with others.
 */
export const lifecycle = (logDays: CfnParameter): CfnBucket.RuleProperty[] => [
  { id: 'Logs', status: 'Enabled', prefix: 'logs/', expirationInDays: logDays.valueAsNumber },
  { id: 'Jobs', status: 'Enabled', prefix: 'jobs/', expirationInDays: jobDays },
  {
    id: 'Replaced',
    status: 'Enabled',
    noncurrentVersionExpiration: { noncurrentDays: 30 },
    expiredObjectDeleteMarker: true,
  },
  { id: 'Uploads', status: 'Enabled', abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
];
