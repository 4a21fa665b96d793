import type { StackChange } from '../ports/stacks.js';

/** What became of a stack, in words: `9 added, 1 changed`. */
export function summaryOf(changes: readonly StackChange[]): string {
  const words = changes.map(wordOf);
  const counts = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`);
  return counts.join(', ') || 'no changes';
}

const signs = { Add: '+', Modify: '~', Remove: '-' } as const;

/** A line for each resource, in columns: `~ Cluster  AWS::RDS::DBCluster  changed, perhaps replaced`. */
export function linesOf(changes: readonly StackChange[]): readonly string[] {
  const idWidth = Math.max(...changes.map(({ logicalId }) => logicalId.length));
  const typeWidth = Math.max(...changes.map(({ type }) => type.length));
  return changes.map((change) => {
    const { action, logicalId, type, replacement } = change;
    const more = replacement === 'Conditional' ? ', perhaps replaced' : '';
    return `${signs[action]} ${logicalId.padEnd(idWidth)}  ${type.padEnd(typeWidth)}  ${wordOf(change)}${more}`;
  });
}

function wordOf({ action, replacement }: StackChange): string {
  if (action === 'Add') return 'added';
  if (action === 'Remove') return 'removed';
  return replacement === 'True' ? 'replaced' : 'changed';
}
