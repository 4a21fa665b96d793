import { StatesError } from '../../../ports/states-error.js';
import { isPassing } from '../denied.js';

/**
 * Runs what a function does. An error that states know leaves without a stack, so that a `Catch` gets the same text in every
 * engine; one that passes by itself with a name that every definition of plancc retries (`asl/transient.ts`).
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html
 */
export async function leaving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StatesError) error.stack = '';
    else if (error instanceof Error && isPassing(error)) error.name = 'Lambda.SdkClientException';
    throw error;
  }
}
