import type { Statement } from '../../statement.js';
import { arnValue } from '../arn.js';
import { allow, byArn, type Call, named, pascal, type Service } from '../call.js';

const secret = (call: Call): readonly Statement[] =>
  call.given.has('SecretArn')
    ? [allow(['secretsmanager:GetSecretValue'], [byArn(call, 'secretsmanager:secret:*', 'SecretArn')])]
    : [];

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html */
const onCluster = (call: Call): readonly Statement[] => [
  allow([`rds-data:${pascal(call.api)}`], [byArn(call, 'rds:cluster:*', 'ResourceArn')]),
  ...secret(call),
];

/** Without a secret the caller's own credentials are used: https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-iam.html */
function onWarehouse(call: Call): readonly Statement[] {
  const { given } = call;
  const workgroup = arnValue('redshift-serverless:workgroup/*');
  const cluster = named(call, 'redshift:cluster:*', 'ClusterIdentifier');
  const login = given.has('WorkgroupName')
    ? allow(['redshift-serverless:GetCredentials'], [workgroup])
    : allow(
        [given.has('DbUser') ? 'redshift:GetClusterCredentials' : 'redshift:GetClusterCredentialsWithIAM'],
        [arnValue('redshift:dbuser:*/*'), arnValue('redshift:dbname:*/*')],
      );
  return [
    allow([`redshift-data:${pascal(call.api)}`], [given.has('WorkgroupName') ? workgroup : cluster]),
    ...(given.has('SecretArn') ? secret(call) : [login]),
  ];
}

export const rdsData: Service = Object.fromEntries(
  [
    'executeStatement',
    'batchExecuteStatement',
    'beginTransaction',
    'commitTransaction',
    'rollbackTransaction',
  ].map((api) => [api, onCluster]),
);

export const redshiftData: Service = { executeStatement: onWarehouse, batchExecuteStatement: onWarehouse };
