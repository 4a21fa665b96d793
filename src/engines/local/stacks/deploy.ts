import { randomBytes } from 'node:crypto';
import { canonical } from '../../../language/json.js';
import type { WholeRequest } from '../../../ports/stacks.js';
import type { Json } from '../../../source/document.js';
import { leftIn } from '../../stack-failure.js';
import { changesBetween } from './changes.js';
import { evaluateStack } from './evaluate-stack.js';
import { checkExports, exportedBy } from './exports.js';
import { isThere, type StackRecord } from './record.js';
import { type Failure, failureOf, type Rehearsal } from './rehearsal.js';
import { type StackPlace, stackArn } from './stack-place.js';

/** What a stack is made of beside its request. */
export interface Surroundings {
  readonly place: StackPlace;
  /** The other stacks of the account and region. */
  readonly others: readonly StackRecord[];
  /** The resource that is to fail. */
  readonly rehearsal: Rehearsal;
}

/** The record of a stack after an attempt to create or update it. Throws a `TemplateError`, and then nothing has changed. */
export function deploy(
  last: StackRecord | undefined,
  request: WholeRequest,
  { place, others, rehearsal }: Surroundings,
): StackRecord {
  const old = isThere(last) ? last : undefined;
  const salt = old?.salt ?? randomBytes(16).toString('hex');
  const wanted = evaluateStack(request, place, salt, (name) => exportedBy(others, name));
  checkExports(others, old?.exports ?? {}, wanted.exports);
  const changes = changesBetween(old?.resources ?? {}, wanted.resources);
  const made: StackRecord = {
    arn: stackArn(place),
    name: place.name,
    status: old === undefined ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE',
    terminationProtection: request.terminationProtection ?? old?.terminationProtection ?? false,
    template: request.template!,
    tags: request.tags,
    stackPolicy: request.stackPolicy ?? old?.stackPolicy,
    salt,
    ...wanted,
    resources: Object.fromEntries(wanted.resources),
    token: request.token,
    result: { status: 'done', outputs: wanted.outputs, changes },
  };
  const failure = failureOf(rehearsal, changes, made.resources);
  if (failure !== undefined) {
    return request.disableRollback ? leftAsIs(old, made, failure) : rolledBack(old, made, failure);
  }
  const isUnchanged = old !== undefined && changes.length === 0 && isSame(old, made);
  return isUnchanged ? { ...made, status: old.status } : made;
}

/** An attempt that was left half done is finished by any update. */
const isSame = (old: StackRecord, made: StackRecord): boolean =>
  !old.status.endsWith('_FAILED') && canonical(settingsOf(old)) === canonical(settingsOf(made));

const settingsOf = ({ parameters, tags, outputs, exports }: StackRecord): Json => ({
  parameters,
  tags,
  outputs,
  exports,
});

function rolledBack(old: StackRecord | undefined, made: StackRecord, { reason }: Failure): StackRecord {
  const status = old === undefined ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE';
  return {
    ...(old ?? { ...made, ...nothing }),
    status,
    token: made.token,
    result: { status: 'failed', reason: `${reason}; ${leftIn(status)}` },
  };
}

/** Without a rollback: what was done before the failure stays done, and the next attempt goes on from there. */
function leftAsIs(old: StackRecord | undefined, made: StackRecord, { reason, done }: Failure): StackRecord {
  const status = old === undefined ? 'CREATE_FAILED' : 'UPDATE_FAILED';
  const { outputs, exports, resources } = old ?? { ...made, ...nothing };
  const changed = done
    .filter(({ action }) => action !== 'Remove')
    .map(({ logicalId }) => [logicalId, made.resources[logicalId]!] as const);
  return {
    ...made,
    status,
    outputs,
    exports,
    resources: { ...resources, ...Object.fromEntries(changed) },
    result: { status: 'failed', reason: `${reason}; ${leftIn(status)}` },
  };
}

/** What a stack has that was never made, or is no more. */
export const nothing = { resources: {}, outputs: {}, exports: {}, imports: [] } as const;
