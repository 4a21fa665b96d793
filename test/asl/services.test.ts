import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { documentedPrefixes, unsupported } from '../../scripts/services/documented.js';
import { camelCase, errorPrefix, parameterName } from '../../scripts/services/names.js';
import { optimized, sdkNames } from '../../src/asl/integrations/optimized.js';
import { services } from '../services.js';

const table = suite('the services of AWS');

const aws = services();

table('it is known when the table was made', () => assert.match(aws.asOf, /^[A-Z][a-z]+ 20\d\d$/));

table('the names are those of the SDK for Java', () => {
  const prefixes = {
    'DynamoDB Streams': 'DynamoDbStreams',
    IoTSiteWise: 'IoTSiteWise',
    'IoT Events': 'IotEvents',
    'Cost and Usage Report Service': 'CostAndUsageReport',
    'SageMaker A2I Runtime': 'SageMakerA2IRuntime',
    ApiGatewayV2: 'ApiGatewayV2',
    'Route 53': 'Route53',
    'ACM PCA': 'AcmPca',
  };
  for (const [id, prefix] of Object.entries(prefixes)) assert.is(errorPrefix(id), prefix);
  const parameters = {
    DBInstanceIdentifier: 'DbInstanceIdentifier',
    SSEKMSKeyId: 'SsekmsKeyId',
    ACL: 'Acl',
    ETag: 'ETag',
    ContentMD5: 'ContentMD5',
    stateMachineArn: 'StateMachineArn',
  };
  for (const [name, parameter] of Object.entries(parameters)) assert.is(parameterName(name), parameter);
  assert.is(camelCase('StartDBInstance'), 'startDBInstance');
});

table(
  'every service that Step Functions lists is there, under the name and with the errors that it says',
  () => {
    for (const prefix of documentedPrefixes) {
      const service = aws.service(prefix.toLowerCase());
      assert.is(service?.errorPrefix, prefix);
      assert.ok(service?.isListed, prefix);
    }
    assert.equal([...aws.names()].sort(), documentedPrefixes.map((prefix) => prefix.toLowerCase()).sort());
  },
);

table('what Step Functions refuses is an operation of its service', () => {
  // This one is no operation of the service any more.
  const gone = ['iotdeviceadvisor:listTestCases'];
  const missing = Object.entries(unsupported).flatMap(([service, operations]) =>
    operations
      .map(camelCase)
      .filter((operation) => !aws.service(service)?.refuses(operation))
      .map((operation) => `${service}:${operation}`),
  );
  assert.equal(missing, gone);
});

table('operations and their parameters', () => {
  const s3 = aws.service('s3')!;
  assert.equal(s3.parameters('headBucket'), [
    { name: 'Bucket', required: true },
    { name: 'ExpectedBucketOwner', required: false },
  ]);
  assert.is(s3.parameters('HeadBucket'), undefined);
  assert.is(s3.parameters('selectObjectContent'), undefined);
  assert.not(s3.operations.includes('selectObjectContent'));
  assert.equal(aws.service('ec2')!.parameters('enableEbsEncryptionByDefault'), [
    { name: 'DryRun', required: false },
  ]);
  assert.equal(aws.service('robomaker')!.operations, []);
  assert.is(aws.service('iotdataplane')!.isListed, false);
  assert.is(aws.service('botocore'), undefined);
  assert.is(aws.service('s'), undefined);
});

table('other names of services', () => {
  const others = {
    stepfunctions: 'sfn',
    states: 'sfn',
    logs: 'cloudwatchlogs',
    events: 'eventbridge',
    ce: 'costexplorer',
  };
  for (const [other, name] of Object.entries(others)) assert.is(aws.otherwiseCalled(other), name);
  for (const name of ['rds', 's3', '-', '']) assert.is(aws.otherwiseCalled(name), undefined);
});

/** APIs that Step Functions has made itself, or that take something else than the API of their name. */
const own = /^(apigateway|http|elasticmapreduce):|^eks:(call|runJob)$|^bedrock(agentcore)?:invoke/;

table('optimized integrations need what their APIs need', () => {
  for (const [service, apis] of Object.entries(optimized)) {
    for (const [api, { required }] of Object.entries(apis)) {
      if (own.test(`${service}:${api}`)) continue;
      const parameters = aws.service(sdkNames[service] ?? service)?.parameters(api);
      const needed = parameters?.flatMap(({ name, required }) => (required ? [name] : []));
      const listed = required.filter((name) => !name.includes('|') && name !== 'QueryExecutionId');
      assert.equal(
        [...listed].sort(),
        needed?.filter((name) => name !== 'QueryExecutionId').sort(),
        `${service}:${api}`,
      );
    }
  }
});

table.run();
