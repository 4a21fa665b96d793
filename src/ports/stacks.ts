import type { JsonObject } from '../source/document.js';
import type { ObjectStore } from './object-store.js';

/** One stack as it is to be. Secrets in `parameters` are resolved. */
export interface StackRequest {
  readonly action: 'Deploy' | 'Delete';
  readonly name: string;
  /** The environment's own when absent. */
  readonly region?: string | undefined;
  /**
   * The text of the template, or what gives it: that may take time, and a request comes again and again. Absent when the
   * stack is to be deleted.
   */
  readonly template?: string | (() => Promise<string>) | undefined;
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
  /** Whether the deadline has passed: nothing is begun any more, and what can be cancelled is. */
  readonly isOverdue?: boolean | undefined;
  /** One attempt: the same token again asks how far it is. At most 120 letters, digits and hyphens. */
  readonly token: string;
}

/** The same, once its template is at hand. */
export interface WholeRequest extends StackRequest {
  readonly template?: string | undefined;
}

export async function withTemplate(request: StackRequest): Promise<WholeRequest> {
  const { template } = request;
  return { ...request, template: typeof template === 'function' ? await template() : template };
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
      /** Empty when there was nothing to do, and where nobody knows any more, as of a stack that is gone. */
      readonly changes: readonly StackChange[];
    }
  /** `reason` names the first resource that failed, and why. */
  | { readonly status: 'failed'; readonly reason: string };

/** Where, and as whom, CloudFormation is asked for a stack. */
export type StackPlace = Pick<StackRequest, 'region' | 'roleArn' | 'assumeRoleArn'>;

/** A store as CloudFormation knows it. */
export interface StoreAddress {
  readonly bucket: string;
  /** `https://…` of the bucket, without a slash at its end. */
  readonly url: string;
}

/** A store beside the environment's own. */
export interface OtherStore extends StoreAddress {
  readonly store: Pick<ObjectStore, 'get' | 'has' | 'download' | 'putIfAbsent'>;
}

/** Makes stacks so. */
export interface Stacks {
  readonly reconcile: (request: StackRequest) => Promise<StackResult>;
  /**
   * The store that templates and code of a stack are fetched from; undefined, as the function may be, where it is the
   * environment's own. Using it throws a `StatesError` when there is none.
   */
  readonly storeFor?: (place: StackPlace) => Promise<OtherStore | undefined>;
}

/** The same, where the stacks of plans are. */
export interface PlanStacks extends Stacks {
  /** Outputs of a stack of the environment's region as it is now; none when there is no such stack. */
  readonly outputs: (name: string) => Promise<{ readonly [name: string]: string }>;
}
