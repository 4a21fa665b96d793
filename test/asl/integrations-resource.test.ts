import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseResource, type Resource } from '../../src/asl/integrations/resource.js';

const resources = suite('resources of tasks');

const read: { readonly [resource: string]: Resource | undefined } = {
  'arn:aws:states:::sns:publish': {
    kind: 'optimized',
    service: 'sns',
    api: 'publish',
    pattern: 'request-response',
    partition: 'aws',
  },
  'arn:aws-cn:states:::emr-serverless:startJobRun.sync': {
    kind: 'optimized',
    service: 'emr-serverless',
    api: 'startJobRun',
    pattern: 'sync',
    partition: 'aws-cn',
  },
  'arn:aws:states:::states:startExecution.sync:2': {
    kind: 'optimized',
    service: 'states',
    api: 'startExecution',
    pattern: 'sync:2',
    partition: 'aws',
  },
  'arn:aws:states:::sqs:sendMessage.waitForTaskToken': {
    kind: 'optimized',
    service: 'sqs',
    api: 'sendMessage',
    pattern: 'waitForTaskToken',
    partition: 'aws',
  },
  'arn:aws:states:::aws-sdk:s3:listObjectsV2': {
    kind: 'sdk',
    service: 's3',
    api: 'listObjectsV2',
    pattern: 'request-response',
    partition: 'aws',
  },
  'arn:aws:states:eu-west-1:123456789012:aws-sdk:polly:startSpeechSynthesisTask': {
    kind: 'sdk',
    service: 'polly',
    api: 'startSpeechSynthesisTask',
    pattern: 'request-response',
    partition: 'aws',
  },
  'arn:aws:lambda:eu-west-1:123456789012:function:smoke:$LATEST': {
    kind: 'lambda',
    service: 'lambda',
    api: 'invoke',
    pattern: 'request-response',
    partition: 'aws',
  },
  'arn:aws-us-gov:states:us-gov-west-1:123456789012:activity:approve': {
    kind: 'activity',
    service: 'states',
    api: 'getActivityTask',
    pattern: 'request-response',
    partition: 'aws-us-gov',
  },
  'arn:aws:states:::sns:publish.async': undefined,
  'arn:aws:states:::sns:publish.sync:3': undefined,
  'arn:aws:states:::aws-sdk:s3': undefined,
  'arn:aws:states:::sns': undefined,
  'arn:aws:lambda:eu-west-1:123456789012:function:': undefined,
  'arn:aws:states:eu-west-1:123456789012:stateMachine:nightly': undefined,
  'arn:aws:sns:eu-west-1:123456789012:news': undefined,
  ' arn:aws:states:::sns:publish': undefined,
  smoke: undefined,
  '': undefined,
};

for (const [resource, expected] of Object.entries(read)) {
  resources(`reads \`${resource}\``, () => assert.equal(parseResource(resource), expected));
}

resources.run();
