import { isNamed } from '../error-name.js';

/** What CloudFormation answers; undefined when there is no such stack or change set. */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isNamed(error, 'ChangeSetNotFound', 'ChangeSetNotFoundException')) return undefined;
    // The name that every request has which CloudFormation does not understand.
    if (isNamed(error, 'ValidationError') && / does not exist/.test((error as Error).message))
      return undefined;
    throw error;
  }
}
