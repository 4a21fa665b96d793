import type { JsonObject } from '../../source/document.js';
import type { Lowering, StateContext } from '../define.js';
import { hour, timeoutOf } from '../timeout.js';
import type { StackProperties } from './schema.js';

const capabilities = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'];

/** One stack for the worker to make so. `template` is a file of the project. */
export function lowerStack(context: StateContext<StackProperties>, template: string): Lowering {
  const { StackName, ...rest } = context.properties as JsonObject;
  return {
    kind: 'reconcile',
    properties: {
      Action: 'Deploy',
      StackName: StackName!,
      Capabilities: capabilities,
      ...rest,
      Template: template,
    },
    timeoutSeconds: timeoutOf(context.state, hour),
  };
}
