import type { StackResult } from '../../../ports/stacks.js';
import { StatesError } from '../../../ports/states-error.js';
import { denialIn, isPassing } from '../denied.js';
import { isNamed } from '../error-name.js';

/**
 * What a request that was not done means for the stack: that something else was quicker, that it has to be tried again, or
 * that it can never be. Throws again what is none of these.
 */
export function refused(error: unknown): StackResult {
  if (isPassing(error) || isNamed(error, ...overtaken)) return { status: 'in progress' };
  const denial = denialIn(error, 'cloudformation');
  if (denial !== undefined) return { status: 'failed', reason: denial };
  if (error instanceof StatesError || isNamed(error, ...refusals))
    return { status: 'failed', reason: (error as Error).message };
  throw error;
}

/**
 * Somebody, or this attempt in another call, has done something since CloudFormation was looked at; under
 * the names of exceptions, and under the codes that an SDK gives without a model of them.
 */
const overtaken = [
  'AlreadyExistsException',
  'ChangeSetNotFound',
  'ChangeSetNotFoundException',
  'InvalidChangeSetStatus',
  'InvalidChangeSetStatusException',
  'OperationInProgressException',
  'TokenAlreadyExistsException',
];

/** What CloudFormation says to a request that it will never do. */
const refusals = [
  'InsufficientCapabilitiesException',
  'LimitExceededException',
  'ValidationError',
  'ValidationException',
];
