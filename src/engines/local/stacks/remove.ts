import type { WholeRequest } from '../../../ports/stacks.js';
import { leftIn } from '../../stack-failure.js';
import { changesBetween } from './changes.js';
import { nothing, type Surroundings } from './deploy.js';
import { checkExports } from './exports.js';
import type { StackRecord } from './record.js';
import { failureOf } from './rehearsal.js';
import { TemplateError } from './template-error.js';

/**
 * The record of a stack after an attempt to delete it. A request that says that there is no termination protection
 * lifts it. Throws a `TemplateError`, and then nothing has changed.
 */
export function remove(
  last: StackRecord,
  { terminationProtection = last.terminationProtection, token }: WholeRequest,
  { others, rehearsal }: Surroundings,
): StackRecord {
  if (terminationProtection) {
    throw new TemplateError(`Stack [${last.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  checkExports(others, last.exports, {});
  const changes = changesBetween(last.resources, new Map());
  const failure = failureOf(rehearsal, changes, last.resources);
  if (failure !== undefined) {
    const status = 'DELETE_FAILED';
    return {
      ...last,
      status,
      token,
      result: { status: 'failed', reason: `${failure.reason}; ${leftIn(status)}` },
    };
  }
  return {
    ...last,
    ...nothing,
    status: 'DELETE_COMPLETE',
    terminationProtection: false,
    token,
    result: { status: 'done', outputs: {}, changes },
  };
}
