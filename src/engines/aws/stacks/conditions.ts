import type { StackStatus } from '@aws-sdk/client-cloudformation';

/** What a status of a stack means for the one who wants to make or delete it. */
export type Condition =
  /** Something is being done to it. */
  | 'busy'
  /** It has a name, and nothing in it yet. */
  | 'empty'
  /** As its last template says. */
  | 'made'
  /** As the template before the last one says. */
  | 'rolled back'
  /** An update failed, and was left where it was. */
  | 'half updated'
  /** Its creation failed, and was left where it was. */
  | 'half created'
  /** Its creation was rolled back: it can only be deleted. */
  | 'never made'
  /** Someone has to mend it. */
  | 'stuck'
  | 'gone';

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html#cfn-stack-status-codes
 * An update that only cleans up has succeeded, but what it replaced is still there: it is waited for, as all tools of AWS do.
 */
export const conditions: { readonly [Status in StackStatus]: Condition } = {
  CREATE_COMPLETE: 'made',
  CREATE_FAILED: 'half created',
  CREATE_IN_PROGRESS: 'busy',
  DELETE_COMPLETE: 'gone',
  DELETE_FAILED: 'stuck',
  DELETE_IN_PROGRESS: 'busy',
  IMPORT_COMPLETE: 'made',
  IMPORT_IN_PROGRESS: 'busy',
  IMPORT_ROLLBACK_COMPLETE: 'rolled back',
  IMPORT_ROLLBACK_FAILED: 'stuck',
  IMPORT_ROLLBACK_IN_PROGRESS: 'busy',
  REVIEW_IN_PROGRESS: 'empty',
  ROLLBACK_COMPLETE: 'never made',
  ROLLBACK_FAILED: 'never made',
  ROLLBACK_IN_PROGRESS: 'busy',
  UPDATE_COMPLETE: 'made',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'busy',
  UPDATE_FAILED: 'half updated',
  UPDATE_IN_PROGRESS: 'busy',
  UPDATE_ROLLBACK_COMPLETE: 'rolled back',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'busy',
  UPDATE_ROLLBACK_FAILED: 'stuck',
  UPDATE_ROLLBACK_IN_PROGRESS: 'busy',
};
