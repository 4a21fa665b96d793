import type { Change } from '@aws-sdk/client-cloudformation';
import type { StackChange } from '../../../ports/stacks.js';
import type { Client } from './client.js';
import { describeChangeSet, type Look } from './look.js';

/** What the attempt's change set does to each resource; nothing when it is not there any more. */
export async function changesOf(
  client: Client,
  stack: string,
  { changeSetId, firstPage }: Pick<Look, 'changeSetId' | 'firstPage'>,
): Promise<readonly StackChange[]> {
  const changes: StackChange[] = [];
  let page = firstPage;
  while (page !== undefined) {
    const { Changes = [], NextToken } = page;
    changes.push(...Changes.flatMap(changeOf));
    page =
      NextToken === undefined ? undefined : await describeChangeSet(client, stack, changeSetId, NextToken);
  }
  return changes;
}

/** Resources that are imported are new to the stack; what is not known before is a change. */
function changeOf({ ResourceChange: change }: Change): readonly StackChange[] {
  if (change?.LogicalResourceId === undefined) return [];
  const { Action, LogicalResourceId: logicalId, ResourceType: type = '', Replacement } = change;
  switch (Action) {
    case 'Add':
    case 'Import':
      return [{ action: 'Add', logicalId, type }];
    case 'Remove':
      return [{ action: 'Remove', logicalId, type }];
    default:
      return [{ action: 'Modify', logicalId, type, replacement: replacementOf(Replacement) }];
  }
}

const replacementOf = (given: string | undefined): StackChange['replacement'] =>
  given === 'True' || given === 'False' || given === 'Conditional' ? given : undefined;
