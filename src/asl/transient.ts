import type { JsonObject } from '../source/document.js';

/** Faults of AWS Lambda that pass by themselves: https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html */
const faults = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

/**
 * What ends a function half-way: time, memory, a process that is killed.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
const ends = ['Lambda.Unknown', 'Runtime.ExitError', 'Sandbox.Timedout'];

const retrying = (errors: readonly string[]): JsonObject => ({
  ErrorEquals: errors,
  IntervalSeconds: 2,
  MaxAttempts: 6,
  BackoffRate: 2,
  JitterStrategy: 'FULL',
});

/** Retries what passes by itself. */
export const transient: JsonObject = retrying(faults);

/** The same for functions of plancc, which may be called again wherever they were ended. */
export const transientOrEnded: JsonObject = retrying([...faults, ...ends]);
