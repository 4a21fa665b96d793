import { DescribeEventsCommand, type OperationEvent } from '@aws-sdk/client-cloudformation';
import { StoreError } from '../../../ports/store-error.js';
import type { Client } from './client.js';

/**
 * Why a change set was not made, resource by resource, where CloudFormation has looked at them before; else what it says of
 * the change set, which may be no more than that. `changeSet` is an ARN: by its name it is not found.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html
 */
export async function whyRefused(client: Client, changeSet: string, reason: string): Promise<string> {
  const found = await reasonsIn(client, changeSet);
  return found.length > 0 ? found.join('; ') : reason || 'CloudFormation gives no reason';
}

/** None where whoever asks may not see them: the failure is what counts. */
async function reasonsIn(client: Client, changeSet: string): Promise<readonly string[]> {
  const command = new DescribeEventsCommand({ ChangeSetName: changeSet, Filters: { FailedEvents: true } });
  try {
    const { OperationEvents = [] } = await client.send(command);
    return [...new Set(OperationEvents.flatMap(reasonOf))];
  } catch (error) {
    if (error instanceof StoreError || (error instanceof Error && '$metadata' in error)) return [];
    throw error;
  }
}

function reasonOf(event: OperationEvent): readonly string[] {
  const { LogicalResourceId: id, ResourceType: type, ValidationPath: path } = event;
  const reason = event.ValidationStatusReason ?? event.HookStatusReason ?? event.ResourceStatusReason;
  if (id === undefined || reason === undefined) return [];
  return [`${id} (${type}): ${reason}${path === undefined ? '' : ` (at ${path})`}`];
}
