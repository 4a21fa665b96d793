import {
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Stack,
  type StackStatus,
} from '@aws-sdk/client-cloudformation';
import type { StackRequest } from '../../../ports/stacks.js';
import type { Client } from './client.js';
import { conditions } from './conditions.js';
import type { Seen } from './next.js';
import { unlessMissing } from './unless-missing.js';

/** What was seen, as CloudFormation said it, too. */
export interface Look extends Seen {
  readonly found?: Stack | undefined;
  /** Name or ARN of the attempt's change set, whichever it can be asked for by now. */
  readonly changeSetId: string;
  /** What is said of the change set itself, and of as many of its changes as come along. */
  readonly firstPage?: DescribeChangeSetCommandOutput | undefined;
  /** Why the change set failed. */
  readonly reason: string;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html: a letter comes first. */
export const changeSetName = (token: string): string => `plancc-${token}`;

/** Looks at a stack, and at what the attempt has done there. */
export async function look(client: Client, request: StackRequest): Promise<Look> {
  const { action, name, token, isOverdue } = request;
  const found = await stackNamed(client, name);
  const status = found?.StackStatus ?? 'DELETE_COMPLETE';
  const stack = found && { status, isProtected: found.EnableTerminationProtection === true };
  const executed = executedBy(found, token);
  const changeSetId = executed ?? changeSetName(token);
  const seen = { found, stack, changeSetId, reason: '' };
  const isBusy = conditions[status] === 'busy';
  if (found === undefined || (isBusy && !isOverdue)) return seen;
  if (action === 'Delete') return { ...seen, deletion: await deletionOf(client, found, token) };
  const changeSet = await describeChangeSet(client, name, changeSetId);
  if (changeSet === undefined) return executed === undefined ? seen : { ...seen, changeSet: forgotten };
  const { Status, ExecutionStatus = 'UNAVAILABLE', StatusReason: reason = '' } = changeSet;
  return {
    ...seen,
    changeSetId: changeSet.ChangeSetId ?? changeSetId,
    firstPage: changeSet,
    changeSet: { status: Status!, execution: ExecutionStatus, hasNoChanges: isNoChange(Status, reason) },
    reason,
  };
}

/** A change set that the stack names as the last one executed, and that is not there any more. */
const forgotten: Seen['changeSet'] = {
  status: 'DELETE_COMPLETE',
  execution: 'EXECUTE_COMPLETE',
  hasNoChanges: false,
};

/** The ARN of the attempt's change set, once it was executed: by its name it is not found any more. */
const executedBy = (stack: Stack | undefined, token: string): string | undefined =>
  stack?.ChangeSetId?.split('/')[1] === changeSetName(token) ? stack.ChangeSetId : undefined;

/** There are different words for it, those of the second kind where a macro is expanded. */
const isNoChange = (status: string | undefined, reason: string): boolean =>
  status === 'FAILED' && /didn't contain changes|no updates are to be performed/i.test(reason);

/** What CloudFormation knows of a stack; undefined when there is none. */
export async function stackNamed(client: Client, name: string): Promise<Stack | undefined> {
  const { Stacks } = (await unlessMissing(client.send(new DescribeStacksCommand({ StackName: name })))) ?? {};
  const [stack] = Stacks ?? [];
  return stack?.StackStatus === 'DELETE_COMPLETE' ? undefined : stack;
}

/** The first page of the change set, or the one behind a token. */
export const describeChangeSet = (
  client: Client,
  stack: string,
  changeSet: string,
  NextToken?: string,
): Promise<DescribeChangeSetCommandOutput | undefined> =>
  unlessMissing(
    client.send(new DescribeChangeSetCommand({ StackName: stack, ChangeSetName: changeSet, NextToken })),
  );

/** The last that the events of the stack itself say about the deletion with this token. */
async function deletionOf(
  client: Client,
  { StackId }: Stack,
  token: string,
): Promise<StackStatus | undefined> {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: StackId }));
  const event = StackEvents.find(
    ({ ClientRequestToken, PhysicalResourceId }) =>
      ClientRequestToken === token && PhysicalResourceId === StackId,
  );
  // For a stack the status of the resource is that of the stack.
  return event?.ResourceStatus as StackStatus | undefined;
}
