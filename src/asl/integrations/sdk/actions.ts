import { pascal } from '../call.js';

/**
 * APIs whose permission has another name, or that need several.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const others: { readonly [service: string]: { readonly [api: string]: readonly string[] } } = {
  'access-analyzer': { getFindingV2: ['GetFinding'], listFindingsV2: ['ListFindings'] },
  bedrock: { startAsyncInvoke: ['InvokeModel'], retrieveAndGenerateStream: ['RetrieveAndGenerate'] },
  cloudfront: { createDistributionWithTags: ['CreateDistribution', 'TagResource'] },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
  'execute-api': {
    postToConnection: ['ManageConnections'],
    getConnection: ['ManageConnections'],
    deleteConnection: ['ManageConnections'],
  },
  kms: { reEncrypt: ['ReEncryptFrom', 'ReEncryptTo'] },
  lambda: { getLayerVersionByArn: ['GetLayerVersion'] },
  'redshift-data': { getStatementResultV2: ['GetStatementResult'] },
  s3: {
    listBuckets: ['ListAllMyBuckets'],
    listParts: ['ListMultipartUploadParts'],
    uploadPartCopy: ['PutObject', 'GetObject'],
    deleteBucketCors: ['PutBucketCORS'],
    deleteBucketTagging: ['PutBucketTagging'],
    deleteBucketOwnershipControls: ['PutBucketOwnershipControls'],
    getBucketNotificationConfiguration: ['GetBucketNotification'],
    putBucketNotificationConfiguration: ['PutBucketNotification'],
    getPublicAccessBlock: ['GetBucketPublicAccessBlock'],
    putPublicAccessBlock: ['PutBucketPublicAccessBlock'],
    deletePublicAccessBlock: ['PutBucketPublicAccessBlock'],
    getObjectLockConfiguration: ['GetBucketObjectLockConfiguration'],
    putObjectLockConfiguration: ['PutBucketObjectLockConfiguration'],
    getObjectAttributes: ['GetObject', 'GetObjectAttributes'],
  },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
  sqs: {
    sendMessageBatch: ['SendMessage'],
    deleteMessageBatch: ['DeleteMessage'],
    changeMessageVisibilityBatch: ['ChangeMessageVisibility'],
  },
  timestream: { query: ['Select', 'DescribeEndpoints'], writeRecords: ['WriteRecords', 'DescribeEndpoints'] },
  verifiedpermissions: {
    batchIsAuthorized: ['IsAuthorized'],
    batchIsAuthorizedWithToken: ['IsAuthorizedWithToken'],
    batchGetPolicy: ['GetPolicy'],
  },
};

/** Services whose actions are few, by how the name of the API begins. */
const byVerb: { readonly [service: string]: readonly (readonly [RegExp, string])[] } = {
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html
  apigateway: [
    [/^(get|list|export)/, 'GET'],
    [/^update/, 'PATCH'],
    [/^(delete|flush|reset|untag|disable)/, 'DELETE'],
    [/^(put|reimport|importApi$|importDocumentationParts|tagResource)/, 'PUT'],
    [/^/, 'POST'],
  ],
  budgets: [
    [/Action|TagResource|TagsForResource/, ''],
    [/^describe/, 'ViewBudget'],
    [/^/, 'ModifyBudget'],
  ],
  cassandra: [
    [/^(get|list)/, 'Select'],
    [/^create/, 'Create'],
    [/^update/, 'Alter'],
    [/^delete/, 'Drop'],
    [/^restore/, 'Restore'],
  ],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
  s3: [
    [
      /^(?:get|list)Bucket(Accelerate|Analytics|Encryption|IntelligentTiering|Inventory|Lifecycle|Metrics|Replication)/,
      'Get$1Configuration',
    ],
    [
      /^(?:put|delete)Bucket(Accelerate|Analytics|Encryption|IntelligentTiering|Inventory|Lifecycle|Metrics|Replication)/,
      'Put$1Configuration',
    ],
  ],
};

/** The IAM actions of an API: of nearly all, the API's own name. */
export function actionsOf(service: string, api: string): readonly string[] {
  const rule = byVerb[service]?.find(([verb]) => verb.test(api));
  const named = others[service]?.[api];
  const names = named ?? [rule?.[1] ? rule[1].replace('$1', rule[0].exec(api)![1] ?? '') : pascal(api)];
  return names.map((name) => `${service}:${name}`);
}
