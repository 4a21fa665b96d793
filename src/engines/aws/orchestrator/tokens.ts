import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
} from '@aws-sdk/client-sfn';
import { type Answer, largestPayload } from '../../../ports/orchestrator.js';
import type { Json } from '../../../source/document.js';
import { isNamed } from '../error-name.js';
import type { Client } from './client.js';
import { withinLimits } from './limits.js';

export const answer = (client: Client, taskToken: string, given: Answer): Promise<boolean> =>
  isHeard('error' in given ? fail(client, taskToken, given) : succeed(client, taskToken, given.output));

export const heartbeat = (client: Client, taskToken: string): Promise<boolean> =>
  isHeard(client.send(new SendTaskHeartbeatCommand({ taskToken })));

const fail = (
  client: Client,
  taskToken: string,
  { error, cause }: Extract<Answer, { readonly error: string }>,
): Promise<unknown> => client.send(new SendTaskFailureCommand({ taskToken, ...withinLimits(error, cause) }));

function succeed(client: Client, taskToken: string, value: Json): Promise<unknown> {
  const output = JSON.stringify(value);
  const size = Buffer.byteLength(output);
  if (size <= largestPayload) return client.send(new SendTaskSuccessCommand({ taskToken, output }));
  const cause = `the output has ${size} bytes, and Step Functions carries ${largestPayload}`;
  return fail(client, taskToken, { error: 'States.DataLimitExceeded', cause });
}

/** Nobody waits for a token that was answered, timed out, or never was one. */
async function isHeard(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    if (isNamed(error, 'TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken')) return false;
    throw error;
  }
}
