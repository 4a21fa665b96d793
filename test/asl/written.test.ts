import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { optimized } from '../../src/asl/integrations/optimized.js';
import { readResource } from '../../src/asl/integrations/written.js';

const written = suite('what a Resource says');

const parts = (text: string) => {
  const found = readResource(text);
  if (found?.kind !== 'integration') return found?.kind ?? 'unknown';
  const { sdk, service, api, pattern } = found;
  return [sdk ? 'sdk' : 'own', ...[service, api, pattern].map((part) => part && text.slice(...part.span))];
};

const said: { readonly [resource: string]: ReturnType<typeof parts> } = {
  'arn:aws:states:::sns:publish': ['own', 'sns', 'publish', undefined],
  'arn:aws:states:::states:startExecution.sync:2': ['own', 'states', 'startExecution', 'sync:2'],
  'arn:aws:states:us-east-1:123456789012:aws-sdk:s3:getObject': ['sdk', 's3', 'getObject', undefined],
  'arn:aws-cn:states:::emr-serverless:startJobRun.sync': ['own', 'emr-serverless', 'startJobRun', 'sync'],
  'arn:${AWS::Partition}:states:::aws-sdk:S3:ListBuckets': ['sdk', 'S3', 'ListBuckets', undefined],
  'arn:<PARTITION>:states:::sqs:sendMessage.waitForTaskToken': [
    'own',
    'sqs',
    'sendMessage',
    'waitForTaskToken',
  ],
  'arn:aws:lambda:eu-west-1:123456789012:function:charge': 'function',
  'arn:aws:lambda:eu-west-1:123456789012:function:charge:$LATEST': 'function',
  'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}': 'function',
  'arn:aws:lambda:eu-west-1:123456789012:${Kind}': 'unknown',
  'arn:aws:lambda:eu-west-1:123456789012:layer:tools:1': 'wrong',
  'arn:aws:lambda': 'wrong',
  'arn:aws:states:eu-west-1:123456789012:activity:carry': 'activity',
  'arn:aws:states:us-east-1:123456789012:task:HelloWorld': 'activity',
  'arn:aws:states:eu-west-1:123456789012:activity:': 'wrong',
  'arn:aws:states:eu-west-1:123456789012:stateMachine:other': 'wrong',
  'arn:aws:states:::aws-sdk:s3': 'wrong',
  'arn:aws:states:::sns:': 'wrong',
  'arn:aws:states::sns:publish': 'wrong',
  'arn:aws:states': 'wrong',
  'arn:aws:states:::${Service}:publish': 'unknown',
  'arn:aws:states:::${Call}': 'unknown',
  'arn:aws:${Service}:::x:y': 'unknown',
  'arn:aws:sns:eu-west-1:123456789012:releases': 'other',
  '${FunctionArn}': 'unknown',
  '#{Function}': 'unknown',
  'charge-customer': 'no arn',
  'lambda:invoke': 'no arn',
  '$.arn': 'no arn',
  '{% $arn %}': 'no arn',
};

for (const [resource, expected] of Object.entries(said)) {
  written(resource, () => assert.equal(parts(resource), expected));
}

written('every optimized integration, in each of its ways, is read as it is written', () => {
  for (const [service, apis] of Object.entries(optimized)) {
    for (const [api, { patterns }] of Object.entries(apis)) {
      for (const pattern of patterns) {
        const ending = pattern === 'request-response' ? undefined : pattern;
        const resource = `arn:aws:states:::${service}:${api}${ending === undefined ? '' : `.${ending}`}`;
        assert.equal(parts(resource), ['own', service, api, ending]);
      }
    }
  }
});

written('whatever it is, it is read', () => {
  const piece = fc.constantFrom(
    'arn',
    'aws',
    ':',
    'states',
    'lambda',
    '.',
    'sync',
    'aws-sdk',
    '${',
    '}',
    '*',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const text = pieces.join('');
      const found = readResource(text);
      if (found?.kind !== 'integration') return;
      for (const part of [found.service, found.api]) assert.is(text.slice(...part.span), part.text);
    }),
  );
});

written.run();
