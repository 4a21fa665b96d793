import { StatesError } from '../../../ports/states-error.js';

/**
 * Runs what a function does. An error that passes by itself leaves with a name that every definition of plancc retries
 * (`asl/transient.ts`), one that states know without a stack, so that a `Catch` gets the same text in every engine.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html
 */
export async function leaving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StatesError) error.stack = '';
    else if (passes(error)) throw renamed(error);
    throw error;
  }
}

/** What the SDK says of an error, after it has tried again: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
interface Refused extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

function passes(error: unknown): error is Refused {
  if (!(error instanceof Error)) return false;
  const { name, code = '', $metadata }: Refused = error;
  const status = $metadata?.httpStatusCode ?? 0;
  return (
    status >= 500 ||
    status === 429 ||
    /Throttl|TooManyRequests|LimitExceeded|SlowDown|RequestTimeout|TimeoutError/.test(name) ||
    /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/.test(code)
  );
}

function renamed({ name, message, stack }: Refused): Error {
  const error = new Error(`${name}: ${message}`);
  error.name = 'Lambda.SdkClientException';
  if (stack !== undefined) error.stack = stack;
  return error;
}
