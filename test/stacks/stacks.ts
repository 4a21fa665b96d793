import { createStacks } from '../../src/engines/local/stacks/index.js';
import type { Machine } from '../../src/engines/local/stacks/machines.js';
import type { StackRequest, StackResult } from '../../src/ports/stacks.js';
import { newFolder } from '../folder.js';

const base: StackRequest = {
  action: 'Deploy',
  name: 'test-shop',
  parameters: {},
  secret: [],
  tags: {},
  capabilities: ['CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
  disableRollback: false,
  token: '',
};

/** Stacks in a new folder; every call is an attempt of its own unless it gives a token. */
export function newStacks() {
  const folder = newFolder();
  const machines: Machine[] = [];
  const rehearsed = new Map<string, string>();
  let attempts = 0;
  const stacks = createStacks({
    folder,
    rehearse: (stack) => rehearsed.get(stack),
    onMachine: async (machine) => void machines.push(machine),
  });
  const call = (request: Partial<StackRequest>): Promise<StackResult> =>
    stacks.reconcile({ ...base, token: `attempt-${attempts++}`, ...request });
  return {
    folder,
    machines,
    rehearsed,
    deploy: (template: string, more: Partial<StackRequest> = {}) => call({ template, ...more }),
    remove: (more: Partial<StackRequest> = {}) => call({ action: 'Delete', ...more }),
  };
}

/** The reason of a failure; undefined for a success. */
export const reasonOf = (result: StackResult): string | undefined =>
  result.status === 'failed' ? result.reason : undefined;

/** Outputs of a success. Throws the reason of a failure. */
export function outputsOf(result: StackResult): { readonly [name: string]: string } {
  if (result.status === 'done') return result.outputs;
  throw new Error(reasonOf(result));
}
