import type { ChangeSetStatus, ExecutionStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { conditions } from '../../src/engines/aws/stacks/conditions.js';
import { next, type Seen, type Step } from '../../src/engines/aws/stacks/next.js';

const steps = suite('the next step for a stack');

const changeSet = (status: ChangeSetStatus, execution: ExecutionStatus, hasNoChanges = false) => ({
  status,
  execution,
  hasNoChanges,
});

/** The columns of the table. */
const changeSets: readonly Seen['changeSet'][] = [
  undefined,
  changeSet('CREATE_IN_PROGRESS', 'UNAVAILABLE'),
  changeSet('CREATE_COMPLETE', 'AVAILABLE'),
  changeSet('CREATE_COMPLETE', 'OBSOLETE'),
  changeSet('FAILED', 'UNAVAILABLE', true),
  changeSet('FAILED', 'UNAVAILABLE'),
  changeSet('CREATE_COMPLETE', 'EXECUTE_IN_PROGRESS'),
  changeSet('CREATE_COMPLETE', 'EXECUTE_COMPLETE'),
  changeSet('CREATE_COMPLETE', 'EXECUTE_FAILED'),
];

const letters: { readonly [letter: string]: Step } = {
  '.': 'wait',
  C: 'CreateChangeSet CREATE',
  U: 'CreateChangeSet UPDATE',
  X: 'ExecuteChangeSet',
  O: 'DeleteChangeSet',
  R: 'RollbackStack',
  D: 'DeleteStack',
  '=': 'done unchanged',
  '+': 'done',
  '-': 'failed',
  '!': 'failed changes',
  '?': 'failed stuck',
};

/** By status of the stack: change set not there, being made, made, obsolete, without changes, failed; executing, executed, failed. */
const table = `
none                                         C........
REVIEW_IN_PROGRESS                           C.XO!!...
CREATE_IN_PROGRESS                           .........
CREATE_COMPLETE                              U.XO=!.+-
CREATE_FAILED                                DDDDDD.--
ROLLBACK_IN_PROGRESS                         .........
ROLLBACK_COMPLETE                            DDDDDD.--
ROLLBACK_FAILED                              DDDDDD.--
UPDATE_IN_PROGRESS                           .........
UPDATE_COMPLETE_CLEANUP_IN_PROGRESS          .........
UPDATE_COMPLETE                              U.XO=!.+-
UPDATE_FAILED                                RRRRRR.--
UPDATE_ROLLBACK_IN_PROGRESS                  .........
UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS .........
UPDATE_ROLLBACK_COMPLETE                     U.XO=!.--
UPDATE_ROLLBACK_FAILED                       ??????.--
IMPORT_IN_PROGRESS                           .........
IMPORT_COMPLETE                              U.XO=!.+-
IMPORT_ROLLBACK_IN_PROGRESS                  .........
IMPORT_ROLLBACK_COMPLETE                     U.XO=!.--
IMPORT_ROLLBACK_FAILED                       ??????.--
DELETE_IN_PROGRESS                           .........
DELETE_FAILED                                ??????.--
`;

const deploy = { action: 'Deploy', disableRollback: false } as const;
const remove = { action: 'Delete', disableRollback: false } as const;
const statuses = Object.keys(conditions).filter((status) => status !== 'DELETE_COMPLETE') as StackStatus[];
const stackIn = (status: StackStatus, isProtected = false): Pick<Seen, 'stack'> => ({
  stack: { status, isProtected },
});

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split(/ +/) as [StackStatus | 'none', string]);

steps('the table has every status', () => {
  assert.equal(rows.map(([status]) => status).sort(), ['none', ...statuses].sort());
});

for (const [status, row] of rows) {
  steps(`to deploy: ${status}`, () => {
    const stack = status === 'none' ? {} : stackIn(status);
    // Of a stack that is not there no change set is looked for.
    const columns = status === 'none' ? changeSets.slice(0, 1) : changeSets;
    columns.forEach((changeSet, column) => {
      assert.is(next({ ...stack, changeSet }, deploy), letters[row[column]!], JSON.stringify(changeSet));
    });
  });
}

steps('what was left half done goes on where nothing is to be rolled back', () => {
  for (const status of ['CREATE_FAILED', 'UPDATE_FAILED'] as const) {
    const found = changeSets.map((changeSet) =>
      next({ ...stackIn(status), changeSet }, { ...deploy, disableRollback: true }),
    );
    assert.equal(
      found,
      [...'U.XO!!.--'].map((letter) => letters[letter]),
    );
  }
});

steps('a change set that is on its way, or gone, is waited for or made again', () => {
  const found = (status: ChangeSetStatus) =>
    next({ ...stackIn('UPDATE_COMPLETE'), changeSet: changeSet(status, 'UNAVAILABLE') }, deploy);
  assert.equal(
    (
      [
        'CREATE_PENDING',
        'DELETE_PENDING',
        'DELETE_IN_PROGRESS',
        'DELETE_COMPLETE',
        'DELETE_FAILED',
        'CREATE_COMPLETE',
      ] as const
    ).map(found),
    ['wait', 'wait', 'wait', 'CreateChangeSet UPDATE', 'failed changes', 'wait'],
  );
});

steps('to delete', () => {
  for (const status of statuses) {
    const isBusy = conditions[status] === 'busy';
    const step = (isProtected: boolean, more: object = {}, deletion?: StackStatus) =>
      next({ ...stackIn(status, isProtected), deletion }, { ...remove, ...more });
    assert.is(step(false), isBusy ? 'wait' : 'DeleteStack', status);
    assert.is(step(true), isBusy ? 'wait' : 'failed protected', status);
    assert.is(step(true, { terminationProtection: true }), isBusy ? 'wait' : 'failed protected', status);
    const lifted = step(true, { terminationProtection: false });
    assert.is(lifted, isBusy ? 'wait' : 'DeleteStack unprotected', status);
    assert.is(step(false, {}, 'DELETE_IN_PROGRESS'), 'wait', status);
    assert.is(step(false, {}, 'DELETE_FAILED'), isBusy ? 'wait' : 'failed', status);
    // Given up, because another stack imports from it.
    assert.is(step(false, {}, 'UPDATE_COMPLETE'), isBusy ? 'wait' : 'failed', status);
  }
  assert.is(next({}, remove), 'done deleted');
  assert.is(next(stackIn('DELETE_COMPLETE'), remove), 'done deleted');
});

steps('when it is overdue nothing is begun, an update is cancelled, and what is done is done', () => {
  const begun = /^(Create|Execute|Rollback|DeleteStack)/;
  for (const status of statuses)
    for (const set of changeSets) {
      const seen = { ...stackIn(status), changeSet: set };
      const [usual, overdue] = [next(seen, deploy), next(seen, { ...deploy, isOverdue: true })];
      const isOurs = set?.execution.startsWith('EXECUTE_') === true;
      if (status === 'UPDATE_IN_PROGRESS' && isOurs) assert.is(overdue, 'CancelUpdateStack');
      else assert.is(overdue, begun.test(usual) ? 'wait' : usual, status);
    }
  assert.is(next({}, { ...deploy, isOverdue: true }), 'wait');
  assert.is(next(stackIn('CREATE_COMPLETE'), { ...remove, isOverdue: true }), 'wait');
});

steps.run();
