import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { isNamed } from '../error-name.js';
import { controllerFunction } from '../names.js';
import { type Call, type ReceiverEvent, received } from './received.js';

const client = new LambdaClient();

const call: Call = async (environment, event) => {
  const FunctionName = controllerFunction(environment);
  try {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
    );
    if (FunctionError !== undefined) throw new Error(`${FunctionName}: ${Payload?.transformToString()}`);
  } catch (error) {
    // Whoever may put objects may name an environment that is not there.
    if (!isNamed(error, 'ResourceNotFoundException')) throw error;
    console.log(`there is no ${FunctionName}`);
  }
};

/**
 * Told of what is put into the store and of executions that end, calls the controllers concerned. Of another queue, in which
 * anybody could say who has put something, it hears nothing.
 */
export const handler = ({ Records = [], ...event }: ReceiverEvent) => {
  const told = Records.filter(({ eventSourceARN }) => eventSourceARN === process.env.PLANCC_NOTIFICATIONS);
  return received({ ...event, Records: told }, call, console.log);
};
