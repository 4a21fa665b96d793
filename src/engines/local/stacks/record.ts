import type { StackResult } from '../../../ports/stacks.js';
import type { JsonObject } from '../../../source/document.js';
import type { Resource } from './resources.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html#cfn-stack-status-codes */
export type StackStatus =
  | 'CREATE_COMPLETE'
  | 'CREATE_FAILED'
  | 'ROLLBACK_COMPLETE'
  | 'UPDATE_COMPLETE'
  | 'UPDATE_FAILED'
  | 'UPDATE_ROLLBACK_COMPLETE'
  | 'DELETE_COMPLETE'
  | 'DELETE_FAILED';

/** A stack as it was last made. Nothing of it is anywhere but in this record. */
export interface StackRecord {
  readonly arn: string;
  readonly name: string;
  readonly status: StackStatus;
  readonly terminationProtection: boolean;
  readonly template: string;
  /** Of those that the template hides, salted digests. */
  readonly parameters: { readonly [name: string]: string };
  readonly tags: { readonly [key: string]: string };
  readonly stackPolicy?: JsonObject | undefined;
  readonly resources: { readonly [id: string]: Resource };
  readonly outputs: { readonly [name: string]: string };
  readonly exports: { readonly [name: string]: string };
  /** Names of exports of other stacks that it uses. */
  readonly imports: readonly string[];
  readonly salt: string;
  /** Of the last attempt, and what became of it. */
  readonly token: string;
  readonly result: StackResult;
}

/** Whether there is a stack that can be updated: one whose making was rolled back can only be made anew. */
export const isThere = (record: StackRecord | undefined): record is StackRecord =>
  record !== undefined && record.status !== 'ROLLBACK_COMPLETE' && record.status !== 'DELETE_COMPLETE';
