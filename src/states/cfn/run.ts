import { StatesError } from '../../ports/states-error.js';
import type { Reconcile } from '../run-context.js';
import type { CfnProperties } from './schema.js';
import { stackRequest } from './stack-request.js';

/** Makes the stack so. `sam` is the same: its template is named in full by the time it runs. */
export const reconcile: Reconcile<CfnProperties> = async (context) => {
  const result = await context.ports.stacks.reconcile(await stackRequest(context));
  switch (result.status) {
    case 'in progress':
      throw new StatesError('InProgress', `the stack \`${context.properties.StackName}\` is still at work`);
    case 'failed':
      throw new StatesError('StackFailed', result.reason);
    case 'done':
      return { output: result.outputs, changes: result.changes };
  }
};
