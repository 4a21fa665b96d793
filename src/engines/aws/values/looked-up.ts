import { StatesError } from '../../../ports/states-error.js';
import { denialIn, isPassing } from '../denied.js';
import { isNamed } from '../error-name.js';

interface About {
  /** As IAM calls it. */
  readonly action: string;
  /** Errors by which the service says that there is no such thing. */
  readonly missing: readonly string[];
}

/**
 * What a service answers; undefined when there is no such thing. Throws a `StatesError` for what it refuses, and whatever may
 * pass by itself as it is.
 */
export async function lookedUp<T>({ action, missing }: About, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isNamed(error, ...missing)) return undefined;
    const denial = denialIn(error, action);
    if (denial !== undefined) throw new StatesError('NotAllowed', denial);
    if (isPassing(error) || !isFault(error)) throw error;
    throw new StatesError('ValueRefused', `\`${action}\`: ${error.message}`);
  }
}

/** An error of the request itself: https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-smithy-smithy-client/ */
const isFault = (error: unknown): error is Error =>
  error instanceof Error && '$fault' in error && error.$fault === 'client';
