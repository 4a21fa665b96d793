import { StatesError } from '../../ports/states-error.js';
import { StoreError } from '../../ports/store-error.js';
import { refusalOf } from './refusals/index.js';

/** The message of what AWS does not allow whoever asks; undefined for every other error. `action` as IAM calls it. */
export function denialIn(error: unknown, action: string): string | undefined {
  const refusal = refusalOf(error, { action });
  return refusal instanceof StoreError && refusal.problem.code === 'PLAN7041' ? refusal.message : undefined;
}

/** Whether AWS could not be asked, or had no time: the same request may do later. */
export function isPassing(error: unknown): boolean {
  const code = refusalOf(error, { action: '' })?.problem.code;
  return code === 'PLAN7046' || code === 'PLAN7049';
}

/**
 * The answer of AWS; throws a `StatesError` that says which permission is missing, so that nobody tries again, and whatever
 * else goes wrong as it is. `advice` is what to do about it.
 */
export async function allowed<T>(action: string, advice: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const denial = denialIn(error, action);
    throw denial === undefined ? error : new StatesError('NotAllowed', `${denial}; ${advice}`);
  }
}
