import { StatesError } from '../../ports/states-error.js';
import { environmentApproval } from '../keys.js';
import type { Decision, Deployment } from '../records.js';
import type { StepInput } from './step.js';
import type { World } from './world.js';

/** The approvals of one question, one of each person. */
export const approvalsOf = (
  { decisions }: Pick<Deployment, 'decisions'>,
  entry: string,
  { isSame }: World['identities'],
): readonly Decision[] =>
  decisions
    .filter((one) => one.entry === entry && one.decision === 'approved')
    .filter((one, index, all) => !all.slice(0, index).some((other) => isSame(other.by, one.by)));

/**
 * Throws a `StatesError` unless the record has the approvals that the environment demands: a task token says nothing of who
 * has answered it. A retry goes on with what others have agreed to.
 */
export function insistOnApprovals(
  { identities }: Pick<World, 'identities'>,
  record: Deployment,
  { prepared }: StepInput,
): void {
  const needed = prepared?.approvals ?? 0;
  const given = approvalsOf(record, environmentApproval, identities);
  if (given.length >= needed) return;
  const cause = `the environment demands ${needed} approvals, and the deployment has ${given.length}`;
  throw new StatesError('ApprovalMissing', cause);
}
