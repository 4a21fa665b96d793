import type { JsonObject } from '../source/document.js';

/** Retries faults of AWS Lambda that pass by themselves: https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html */
export const transient: JsonObject = {
  ErrorEquals: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
  ],
  IntervalSeconds: 2,
  MaxAttempts: 6,
  BackoffRate: 2,
  JitterStrategy: 'FULL',
};
