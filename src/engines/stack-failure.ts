/** How every engine says that a resource failed: `Topic (AWS::SNS::Topic) failed to create: no room`. */
export const failedTo = (verb: string, logicalId: string, type: string, reason: string): string =>
  `${logicalId} (${type}) failed to ${verb}: ${reason}`;

/** Where that left its stack. */
export function leftIn(status: string): string {
  if (/^DELETE|ROLLBACK_FAILED$/.test(status)) return `the stack is in ${status}`;
  if (/ROLLBACK_COMPLETE$/.test(status)) return `the stack was rolled back and is in ${status}`;
  return `the stack was left as it is, in ${status}`;
}
