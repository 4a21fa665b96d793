import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { jsonIn, objectOr } from '../../../language/json.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { lookedUp } from './looked-up.js';

/** Undefined when there is no such function. Throws `FunctionFailed` when it fails. */
export async function resultOf(
  client: Pick<LambdaClient, 'send'>,
  functionName: string,
  payload: JsonObject,
): Promise<Json | undefined> {
  const about = { action: 'lambda:InvokeFunction', missing: ['ResourceNotFoundException'] };
  const command = new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) });
  const answer = await lookedUp(about, client.send(command));
  if (answer === undefined) return undefined;
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  if (answer.FunctionError !== undefined) throw failed(functionName, text);
  return text === '' ? null : jsonIn(text);
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html */
function failed(functionName: string, text: string): StatesError {
  const { errorType, errorMessage = text } = objectOr(jsonIn(text));
  const what = [errorType, errorMessage].filter((part) => part !== undefined).join(': ');
  return new StatesError('FunctionFailed', `the function ${functionName} failed: ${what}`);
}
