import { createHash } from 'node:crypto';
import { StatesError } from '../../../../../ports/states-error.js';
import type { JsonObject } from '../../../../../source/document.js';
import { withToken } from '../../context.js';
import { argumentsOf, evaluating, inputOf, numberOf } from '../../fields.js';
import type { Event } from '../../journal.js';
import { payloadOf } from '../../payload.js';
import { detailsOf, type Resource } from '../../resource.js';
import type { Attempt } from '../../run.js';
import { step } from '../../step.js';

/** Records what a task is given. */
export async function schedule(attempt: Attempt, resource: Resource): Promise<Event> {
  const { run, state, name } = attempt;
  const token = resource.waitsForToken ? tokenOf(attempt) : undefined;
  const fields = await evaluating(attempt, async () => {
    const context = token === undefined ? attempt.context : withToken(attempt.context, token);
    const given = (await argumentsOf(attempt, state, { context })) ?? inputOf(attempt);
    const timeout = await seconds(attempt, 'TimeoutSeconds');
    const heartbeat = await seconds(attempt, 'HeartbeatSeconds');
    return {
      ...givenIn(resource, String(state.Resource), payloadOf(given, name).text, run.arn),
      ...(timeout !== undefined && { timeoutInSeconds: timeout }),
      ...(heartbeat !== undefined && { heartbeatInSeconds: heartbeat }),
    };
  });
  return step(attempt, `${resource.prefix}Scheduled`, {
    ...detailsOf(resource, 'Scheduled', fields),
    ...(token !== undefined && { token }),
  });
}

/** One for each attempt, and the same one when the process ends before it is recorded. */
const tokenOf = ({ run, at, number }: Attempt): string =>
  createHash('sha256')
    .update(JSON.stringify([run.arn, at, number]))
    .digest('base64url');

function givenIn({ prefix }: Resource, resource: string, given: string, arn: string): JsonObject {
  if (prefix === 'Task') return { region: arn.split(':')[3] ?? '', parameters: given };
  return { resource, input: given, inputDetails: { truncated: false } };
}

async function seconds(attempt: Attempt, field: string): Promise<number | undefined> {
  const value = await numberOf(attempt, attempt.state, field);
  if (value === undefined || (typeof value === 'number' && value > 0)) return value;
  throw new StatesError('States.Runtime', `The ${field} ${JSON.stringify(value)} are no positive number.`);
}
