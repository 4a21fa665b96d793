import type { Statement } from '../../statement.js';
import { arnValue } from '../arn.js';
import { allow, type Call, type Service } from '../call.js';
import { type Text, unknown } from '../text.js';
import { bucketArn, objectArn, s3Location } from './s3.js';

const reads = [
  'GetDatabase',
  'GetDatabases',
  'GetPartition',
  'GetPartitions',
  'BatchGetPartition',
  'GetTable',
  'GetTables',
];
const writes = [
  ...['CreateDatabase', 'UpdateDatabase', 'DeleteDatabase'],
  ...['CreateTable', 'UpdateTable', 'DeleteTable', 'BatchDeleteTable'],
  ...[
    'CreatePartition',
    'BatchCreatePartition',
    'UpdatePartition',
    'DeletePartition',
    'BatchDeletePartition',
  ],
];

/**
 * A query may name any database and read data wherever its tables keep them; one that only reads needs no more.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html#athena-iam
 */
function startQueryExecution({ given, waits }: Call): readonly Statement[] {
  const onlyReads = isRead(given.text('QueryString'));
  const waiting = waits ? ['athena:GetQueryExecution', 'athena:StopQueryExecution'] : [];
  const group = arnValue('athena:workgroup/*', given.text('WorkGroup') ?? ['primary']);
  const catalogue = ['glue:catalog', 'glue:database/*', 'glue:table/*', 'glue:userDefinedFunction/*'];
  const glue = [...reads, ...(onlyReads ? [] : writes)].map((action) => `glue:${action}`);
  const written = onlyReads
    ? resultLocation(given.text('ResultConfiguration.OutputLocation'))
    : [objectArn()];
  return [
    allow(
      ['athena:StartQueryExecution', 'athena:GetDataCatalog', ...waiting],
      [group, arnValue('athena:datacatalog/*')],
    ),
    allow(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], [bucketArn()]),
    allow(['s3:GetObject'], [objectArn()]),
    allow(['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], written),
    allow(
      glue,
      catalogue.map((pattern) => arnValue(pattern)),
    ),
    allow(['lakeformation:GetDataAccess'], ['*']),
  ];
}

const isRead = (query: Text = unknown): boolean =>
  typeof query[0] === 'string' && /^\s*(SELECT|WITH|SHOW|DESCRIBE|EXPLAIN|VALUES)\b/i.test(query[0]);

function resultLocation(location: Text | undefined) {
  const [bucket, folder] = s3Location(location);
  return [objectArn(bucket, folder === unknown ? unknown : [...folder, '*'])];
}

const onGroups = (action: string) => allow([action], [arnValue('athena:workgroup/*')]);

export const athena: Service = {
  startQueryExecution,
  stopQueryExecution: () => [onGroups('athena:StopQueryExecution')],
  getQueryExecution: () => [onGroups('athena:GetQueryExecution')],
  getQueryResults: () => [onGroups('athena:GetQueryResults'), allow(['s3:GetObject'], [objectArn()])],
};
