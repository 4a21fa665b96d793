import type { Statement } from '../../asl/statement.js';
import { sub, type Written } from '../arn.js';
import type { StateContext } from '../define.js';
import { assumeRole } from '../roles.js';
import type { ImportProperties } from './schema.js';

/** The inventory is the worker's own to read; a document in S3 is read with the plan's role or the one it assumes. */
export function importPermissions({
  plan,
  properties,
}: StateContext<ImportProperties>): readonly Statement[] {
  const { From, AssumeRoleArn } = properties;
  if (AssumeRoleArn !== undefined) return [assumeRole(plan, AssumeRoleArn as Written)];
  if (From.Bucket === undefined || From.Key === undefined) return [];
  const object = sub('arn:${AWS::Partition}:s3:::', From.Bucket as Written, '/', From.Key as Written);
  return [{ actions: ['s3:GetObject'], resources: [object] }];
}
