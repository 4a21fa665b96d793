import type { ChangeSetStatus, ExecutionStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import type { StackRequest } from '../../../ports/stacks.js';
import { conditions } from './conditions.js';

/** What CloudFormation shows of a stack, as far as one attempt needs it. */
export interface Seen {
  readonly stack?: { readonly status: StackStatus; readonly isProtected: boolean } | undefined;
  /** The change set of this attempt. */
  readonly changeSet?:
    | {
        readonly status: ChangeSetStatus;
        readonly execution: ExecutionStatus;
        /** Why it failed: that there is nothing to change is a failure, too. */
        readonly hasNoChanges: boolean;
      }
    | undefined;
  /** How far the deletion came that this attempt has asked for. */
  readonly deletion?: StackStatus | undefined;
}

/** What is to be done, as CloudFormation calls it, or what the attempt has come to. */
export type Step =
  | 'wait'
  | 'CreateChangeSet CREATE'
  | 'CreateChangeSet UPDATE'
  | 'ExecuteChangeSet'
  | 'DeleteChangeSet'
  | 'RollbackStack'
  | 'CancelUpdateStack'
  | 'DeleteStack'
  /** Lifts the protection, and deletes. */
  | 'DeleteStack unprotected'
  | 'done'
  /** There was nothing to change. */
  | 'done unchanged'
  /** There is no such stack any more. */
  | 'done deleted'
  /** Something in the stack failed. */
  | 'failed'
  /** CloudFormation could not make the change set. */
  | 'failed changes'
  /** Someone else has to mend the stack before. */
  | 'failed stuck'
  | 'failed protected';

type Wish = Pick<StackRequest, 'action' | 'disableRollback' | 'terminationProtection' | 'isOverdue'>;

/** The next step of an attempt. When it is overdue nothing is begun any more. */
export function next(seen: Seen, wish: Wish): Step {
  const step = wish.action === 'Deploy' ? toDeploy(seen, wish) : toDelete(seen, wish);
  return wish.isOverdue && beginning.has(step) ? 'wait' : step;
}

const beginning: ReadonlySet<Step> = new Set<Step>([
  'CreateChangeSet CREATE',
  'CreateChangeSet UPDATE',
  'ExecuteChangeSet',
  'RollbackStack',
  'DeleteStack',
  'DeleteStack unprotected',
]);

function toDeploy({ stack, changeSet }: Seen, wish: Wish): Step {
  const condition = stack === undefined ? 'gone' : conditions[stack.status];
  const isOurs = changeSet?.execution.startsWith('EXECUTE_') === true;
  switch (condition) {
    case 'busy':
      return isOurs && wish.isOverdue && stack?.status === 'UPDATE_IN_PROGRESS'
        ? 'CancelUpdateStack'
        : 'wait';
    case 'gone':
      return 'CreateChangeSet CREATE';
    case 'empty':
      return isOurs ? 'wait' : byChangeSet(changeSet, 'CREATE');
    default:
      if (changeSet?.execution === 'EXECUTE_IN_PROGRESS') return 'wait';
      if (isOurs) return condition === 'made' && changeSet.execution !== 'EXECUTE_FAILED' ? 'done' : 'failed';
  }
  switch (condition) {
    case 'made':
    case 'rolled back':
      return changeSet?.hasNoChanges ? 'done unchanged' : byChangeSet(changeSet, 'UPDATE');
    case 'half updated':
      return wish.disableRollback ? byChangeSet(changeSet, 'UPDATE') : 'RollbackStack';
    case 'half created':
      return wish.disableRollback ? byChangeSet(changeSet, 'UPDATE') : 'DeleteStack';
    case 'never made':
      return 'DeleteStack';
    case 'stuck':
      return 'failed stuck';
  }
}

/** Makes the change set, then executes it. One that another operation has made obsolete is made again. */
function byChangeSet(changeSet: Seen['changeSet'], type: 'CREATE' | 'UPDATE'): Step {
  switch (changeSet?.status) {
    case undefined:
    case 'DELETE_COMPLETE':
      return `CreateChangeSet ${type}`;
    case 'CREATE_PENDING':
    case 'CREATE_IN_PROGRESS':
    case 'DELETE_PENDING':
    case 'DELETE_IN_PROGRESS':
      return 'wait';
    case 'FAILED':
    case 'DELETE_FAILED':
      return 'failed changes';
    case 'CREATE_COMPLETE':
      if (changeSet.execution === 'OBSOLETE') return 'DeleteChangeSet';
      return changeSet.execution === 'AVAILABLE' ? 'ExecuteChangeSet' : 'wait';
  }
}

function toDelete({ stack, deletion }: Seen, { terminationProtection }: Wish): Step {
  const condition = stack === undefined ? 'gone' : conditions[stack.status];
  if (condition === 'gone') return 'done deleted';
  if (condition === 'busy' || deletion === 'DELETE_IN_PROGRESS') return 'wait';
  // A deletion that failed, or that was given up because of an export in use, which leaves the stack as it was.
  if (deletion !== undefined) return 'failed';
  if (stack?.isProtected !== true) return 'DeleteStack';
  return terminationProtection === false ? 'DeleteStack unprotected' : 'failed protected';
}
