import type { StackStatus } from '@aws-sdk/client-cloudformation';

/** What to do about a stack that nothing can be done with. */
export function stuckIn(name: string, status: StackStatus): string {
  const todo = todos[status] ?? `bring it to an end in the console of CloudFormation, then deploy again`;
  return `the stack \`${name}\` is in ${status}: ${todo.replace('<name>', name)}`;
}

const todos: { readonly [Status in StackStatus]?: string } = {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-continueupdaterollback.html
  UPDATE_ROLLBACK_FAILED:
    'an earlier update could not be rolled back; mend what its events name, run `aws cloudformation continue-update-rollback --stack-name <name>`, then deploy again',
  DELETE_FAILED:
    'it was to be deleted, and is in part; mend what its events name, run `aws cloudformation delete-stack --stack-name <name>`, then deploy again',
};
