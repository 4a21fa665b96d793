import { ownerTag } from '../states/cfn/owner.js';

/** How every engine says that a resource failed: `Topic (AWS::SNS::Topic) failed to create: no room`. */
export const failedTo = (verb: string, logicalId: string, type: string, reason: string): string =>
  `${logicalId} (${type}) failed to ${verb}: ${reason}`;

/** Why a stack is left alone that belongs to another distribution. */
export const belongsTo = (stack: string, owner: string): string =>
  `the stack \`${stack}\` belongs to ${owner}; choose another \`StackName\`, or remove its tag \`${ownerTag}\` to hand it over`;

/** Where that left its stack. */
export function leftIn(status: string): string {
  if (/^DELETE|ROLLBACK_FAILED$/.test(status)) return `the stack is in ${status}`;
  if (/ROLLBACK_COMPLETE$/.test(status)) return `the stack was rolled back and is in ${status}`;
  return `the stack was left as it is, in ${status}`;
}
