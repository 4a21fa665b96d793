import { DescribeStackEventsCommand, type Stack, type StackEvent } from '@aws-sdk/client-cloudformation';
import { failedTo, leftIn } from '../../stack-failure.js';
import type { Client } from './client.js';

/** Why the last operation on a stack failed: the first resource that did so, and where that left the stack. */
export async function failureOf(client: Client, stack: Stack): Promise<string> {
  const { events, since } = await lastOperation(client, stack.StackId!);
  const first = await firstFailure(client, stack.StackId!, events, since, '');
  return `${first ?? saidBy(stack, events)}; ${leftIn(stack.StackStatus!)}`;
}

interface Operation {
  /** Oldest first. */
  readonly events: readonly StackEvent[];
  readonly since: number;
}

/** What has happened since the last time that someone began to create, update or delete the stack. */
async function lastOperation(client: Client, stackId: string): Promise<Operation> {
  const isBeginning = ({ PhysicalResourceId, ResourceStatus }: StackEvent) =>
    PhysicalResourceId === stackId &&
    /^(CREATE|UPDATE|DELETE|IMPORT)_IN_PROGRESS$/.test(ResourceStatus ?? '');
  const events = await eventsUntil(client, stackId, isBeginning);
  return { events, since: events[0]?.Timestamp?.getTime() ?? 0 };
}

/** Events back to one, which is the first of them, or to the beginning of the stack. */
async function eventsUntil(
  client: Client,
  stackId: string,
  isFirst: (event: StackEvent) => boolean,
): Promise<readonly StackEvent[]> {
  const found: StackEvent[] = [];
  let page: string | undefined;
  do {
    const command = new DescribeStackEventsCommand({ StackName: stackId, NextToken: page });
    const { StackEvents = [], NextToken } = await client.send(command);
    const end = StackEvents.findIndex(isFirst);
    found.push(...(end === -1 ? StackEvents : StackEvents.slice(0, end + 1)));
    page = end === -1 ? NextToken : undefined;
  } while (page !== undefined);
  return found.reverse();
}

/** The resource that failed by itself, not because another did; the one inside where that is a nested stack. */
async function firstFailure(
  client: Client,
  stackId: string,
  events: readonly StackEvent[],
  since: number,
  path: string,
): Promise<string | undefined> {
  const failed = events.find(
    (event) => event.PhysicalResourceId !== stackId && isFailure(event) && !isCancelled(event),
  );
  if (failed === undefined) return undefined;
  const { LogicalResourceId: id, ResourceType: type, ResourceStatus: status } = failed;
  const nested = failed.PhysicalResourceId;
  if (type === 'AWS::CloudFormation::Stack' && nested?.startsWith('arn:')) {
    const isOld = ({ Timestamp }: StackEvent) => (Timestamp?.getTime() ?? 0) < since;
    const inner = (await eventsUntil(client, nested, isOld)).filter((event) => !isOld(event));
    const found = await firstFailure(client, nested, inner, since, `${path}${id}/`);
    if (found !== undefined) return found;
  }
  const verb = status!.replace('_FAILED', '').toLowerCase();
  return failedTo(verb, `${path}${id}`, String(type), failed.ResourceStatusReason ?? 'no reason is given');
}

const isFailure = ({ ResourceStatus }: StackEvent): boolean =>
  /^(CREATE|UPDATE|DELETE|IMPORT)_FAILED$/.test(ResourceStatus ?? '');

const isCancelled = ({ ResourceStatusReason = '' }: StackEvent): boolean =>
  /^Resource (creation|update|deletion|import) cancelled/i.test(ResourceStatusReason);

/** What is said of the stack itself where no resource failed: the first reason counts, those after it follow from it. */
function saidBy({ StackId, StackStatusReason }: Stack, events: readonly StackEvent[]): string {
  const reasons = events.flatMap(({ PhysicalResourceId, ResourceStatusReason: reason }) =>
    PhysicalResourceId === StackId && reason !== undefined && reason !== 'User Initiated' ? [reason] : [],
  );
  return reasons[0] ?? StackStatusReason ?? 'CloudFormation gives no reason';
}
