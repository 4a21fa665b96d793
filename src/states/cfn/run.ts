import type { StackChange } from '../../ports/stacks.js';
import { StatesError } from '../../ports/states-error.js';
import type { Reconcile, ReconcileContext } from '../run-context.js';
import type { CfnProperties } from './schema.js';
import { stackRequest } from './stack-request.js';

/** Whether a stack is gone, and with it what was in it: that nothing has changed would be wrong. */
const isUnknown = (
  { properties }: ReconcileContext<CfnProperties>,
  { changes }: { readonly changes: readonly StackChange[] },
): boolean => properties.Action === 'Delete' && changes.length === 0;

/** Makes the stack so. `sam` is the same: its template is named in full by the time it runs. */
export const reconcile: Reconcile<CfnProperties> = async (context) => {
  const result = await context.ports.stacks.reconcile(await stackRequest(context));
  switch (result.status) {
    case 'in progress':
      throw new StatesError('InProgress', `the stack \`${context.properties.StackName}\` is still at work`);
    case 'failed':
      throw new StatesError('StackFailed', result.reason);
    case 'done':
      return isUnknown(context, result)
        ? { output: {} }
        : { output: result.outputs, changes: result.changes };
  }
};
