import { isObject, jsonIn } from '../language/json.js';

/**
 * The cause of an error that a Lambda function threw, as Step Functions hands it on; its name is that of the error itself.
 * Of Node a stack is part of it, which the functions of plancc leave out.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html
 */
export const functionCause = (errorType: string, errorMessage: string): string =>
  JSON.stringify({ errorType, errorMessage, trace: [''] });

/** What a function has said in the cause of an error; any other cause as it is. */
export function plainCause(cause: string): string {
  const value = jsonIn(cause);
  return isObject(value) && typeof value.errorMessage === 'string' ? value.errorMessage : cause;
}
