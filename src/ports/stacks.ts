import type { JsonObject } from '../source/document.js';

/** One stack as it is to be. Secrets in `parameters` are resolved. */
export interface StackRequest {
  readonly action: 'Deploy' | 'Delete';
  readonly name: string;
  /** The environment's own when absent. */
  readonly region?: string | undefined;
  /** The text of the template; absent when the stack is to be deleted. */
  readonly template?: string | undefined;
  readonly parameters: { readonly [name: string]: string };
  /** Names of parameters whose values nobody may see. */
  readonly secret: readonly string[];
  readonly tags: { readonly [key: string]: string };
  readonly capabilities: readonly string[];
  readonly roleArn?: string | undefined;
  readonly assumeRoleArn?: string | undefined;
  readonly disableRollback: boolean;
  /** Left as it is when absent. */
  readonly terminationProtection?: boolean | undefined;
  readonly stackPolicy?: JsonObject | undefined;
  /** One attempt: the same token again asks how far it is. */
  readonly token: string;
}

/** What becomes of one resource, in the words of a change set. */
export interface StackChange {
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly type: string;
  /** Of a resource that is modified: whether another one takes its place. */
  readonly replacement?: 'True' | 'False' | 'Conditional' | undefined;
}

export type StackResult =
  | { readonly status: 'in progress' }
  | {
      readonly status: 'done';
      /** Empty after the stack was deleted. */
      readonly outputs: { readonly [name: string]: string };
      /** Empty when there was nothing to do. */
      readonly changes: readonly StackChange[];
    }
  /** `reason` names the first resource that failed, and why. */
  | { readonly status: 'failed'; readonly reason: string };

/** Makes stacks so. */
export interface Stacks {
  readonly reconcile: (request: StackRequest) => Promise<StackResult>;
}
