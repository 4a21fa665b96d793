import { DescribeStackEventsCommand, type StackEvent } from '@aws-sdk/client-cloudformation';
import type { Client } from '../stacks/client.js';
import { unlessMissing } from '../stacks/unless-missing.js';

/** What has become of a resource, in the words of CloudFormation. */
export interface StackNews {
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
}

/** Reads what has happened to the resources of a stack since now, and since it was last asked, the oldest first. */
export async function eventReader(
  client: Client,
  stack: string,
): Promise<() => Promise<readonly StackNews[]>> {
  const seen = new Set((await newest(client, stack)).map(({ EventId }) => EventId));
  return async () => {
    const fresh = (await newest(client, stack)).filter(({ EventId }) => !seen.has(EventId));
    for (const { EventId } of fresh) seen.add(EventId);
    return fresh.reverse().map(newsOf);
  };
}

/** A page of events is more than happens between two looks. A stack that is gone has none any more. */
async function newest(client: Client, stack: string): Promise<readonly StackEvent[]> {
  const page = await unlessMissing(client.send(new DescribeStackEventsCommand({ StackName: stack })));
  return page?.StackEvents ?? [];
}

const newsOf = (event: StackEvent): StackNews => ({
  logicalId: event.LogicalResourceId ?? '',
  type: event.ResourceType ?? '',
  status: event.ResourceStatus ?? '',
  ...(event.ResourceStatusReason !== undefined && { reason: event.ResourceStatusReason }),
});
