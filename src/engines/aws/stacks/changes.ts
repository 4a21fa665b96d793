import type { Change } from '@aws-sdk/client-cloudformation';
import type { StackChange } from '../../../ports/stacks.js';
import type { Client } from './client.js';
import { describeChangeSet } from './look.js';

/** What a change set does to each resource; nothing when it is not there any more. */
export async function changesOf(
  client: Client,
  stack: string,
  changeSet: string,
): Promise<readonly StackChange[]> {
  const changes: StackChange[] = [];
  let page: string | undefined;
  do {
    const found = await describeChangeSet(client, stack, changeSet, page);
    if (found === undefined) return changes;
    changes.push(...(found.Changes ?? []).flatMap(changeOf));
    page = found.NextToken;
  } while (page !== undefined);
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
