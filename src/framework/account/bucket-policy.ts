import type { Stack } from 'aws-cdk-lib';
import { type CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { blobKey, environmentKey, environmentsPrefix, manifestKey } from '../../environment/keys.js';
import { ownRoles, storeArn, storedArn } from '../arns.js';
import { deny, onlyTls, policy, type Statement, toAnyone } from '../policy.js';

/** What a distribution or the framework is made of. */
const versions = [blobKey('*'), manifestKey('*', '*'), 'framework/*'].map(storedArn);
/** What people put. */
const wishes = ['requests', 'decisions'].map((what) => storedArn(`${environmentsPrefix}*/${what}/*`));
/** What is neither the framework's own business nor unchangeable. */
const open = [environmentKey('*'), 'logs/*', 'jobs/*'].map(storedArn);

/** Others than the functions of an environment, whose roles say which environment's objects they may change. */
const others = { ArnNotLike: { 'aws:PrincipalArn': ownRoles } };

/**
 * A multipart upload is refused when it is completed, since its parts come without the header.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
 */
const overwriting = { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } };

/**
 * What nobody may do, whatever policies they have; the lifecycle is not asked.
 * `*` in an ARN stands for `/`, too: a statement that must not catch more than it says leaves out the framework's own roles.
 */
const statements: readonly Statement[] = [
  deny('s3:PutObject', versions, overwriting),
  deny('s3:DeleteObject', versions),
  deny(['s3:DeleteObjectVersion', 's3:ReplicateObject', 's3:ReplicateDelete'], storedArn('*')),
  // Who comes through an access point asks for something by another ARN than those that policies keep people and plans from.
  deny('s3:*', [storeArn, storedArn('*')], { Null: { 's3:DataAccessPointArn': 'false' } }),
  // What a distribution called `environment` has; the environments' own are one folder higher.
  deny(['s3:PutObject', 's3:DeleteObject'], storedArn(environmentKey('*/*')), others),
  deny('s3:PutObject', wishes, { ...overwriting, ...others }),
  deny('s3:DeleteObject', wishes, others),
  {
    Effect: 'Deny',
    Action: ['s3:PutObject', 's3:DeleteObject'],
    NotResource: [...versions, ...wishes, ...open],
    Condition: others,
  },
];

export const createBucketPolicy = (stack: Stack, bucket: CfnBucket): CfnBucketPolicy =>
  new CfnBucketPolicy(stack, 'StorePolicy', {
    bucket: bucket.ref,
    policyDocument: policy(onlyTls('s3:*', [storeArn, storedArn('*')]), ...statements.map(toAnyone)),
  });
