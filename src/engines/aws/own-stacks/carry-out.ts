import { setTimeout } from 'node:timers/promises';
import { DescribeStackEventsCommand, type StackEvent } from '@aws-sdk/client-cloudformation';
import type { StackRequest, StackResult } from '../../../ports/stacks.js';
import { isNamed } from '../error-name.js';
import type { Client } from '../stacks/client.js';
import { reconcile } from '../stacks/index.js';
import type { Means } from './own-stack.js';

/** What has become of a resource, in the words of CloudFormation. */
export interface StackNews {
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
}

/** Makes a stack so, or deletes it, and tells of each of its resources. */
export async function carryOut(
  request: StackRequest,
  { client, putTemplate, signal, pauses }: Means,
  tell: (news: StackNews) => void,
): Promise<Exclude<StackResult, { readonly status: 'in progress' }>> {
  const read = await eventReader(client, request.name);
  for (let pause = pauses.least; ; ) {
    const result = await reconcile(request, { client, roleArn: undefined, putTemplate });
    const news = await read();
    news.forEach(tell);
    if (result.status !== 'in progress') return result;
    pause = news.length > 0 ? pauses.least : Math.min(pause * 1.3, pauses.most);
    await setTimeout(pause, undefined, { signal });
  }
}

/** Reads what has happened to the resources of a stack since now, and since it was last asked, the oldest first. */
async function eventReader(client: Client, name: string): Promise<() => Promise<readonly StackNews[]>> {
  const seen = new Set((await newest(client, name)).map(({ EventId }) => EventId));
  return async () => {
    const fresh = (await newest(client, name)).filter(({ EventId }) => !seen.has(EventId));
    for (const { EventId } of fresh) seen.add(EventId);
    return fresh.reverse().map(newsOf);
  };
}

/** A page of events is more than happens between two looks. A stack that is gone has none any more. */
async function newest(client: Client, name: string): Promise<readonly StackEvent[]> {
  try {
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
    return StackEvents;
  } catch (error) {
    if (isNamed(error, 'ValidationError')) return [];
    throw error;
  }
}

const newsOf = (event: StackEvent): StackNews => ({
  logicalId: event.LogicalResourceId ?? '',
  type: event.ResourceType ?? '',
  status: event.ResourceStatus ?? '',
  ...(event.ResourceStatusReason !== undefined && { reason: event.ResourceStatusReason }),
});
