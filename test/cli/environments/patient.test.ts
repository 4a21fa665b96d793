import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { patient } from '../../../src/cli/environments/patient.js';
import { problem } from '../../../src/diagnostics/problem.js';
import { openEngine } from '../../../src/engines/local/open-engine.js';
import { StoreError } from '../../../src/ports/store-error.js';
import { newFolder } from '../../folder.js';

const patience = suite('following while AWS is busy');

const busy = new StoreError(
  problem('PLAN7049', { file: 'AWS' }, { operation: 'GetExecutionHistory', reason: 'Rate exceeded' }),
);

/** Ports whose reads fail so often before they answer. */
function failing(times: number, error: Error): Parameters<typeof patient>[0] {
  const { store, orchestrator } = openEngine(newFolder());
  let left = times;
  const or = async <T>(answer: T): Promise<T> => {
    if (left-- > 0) throw error;
    return answer;
  };
  return {
    store: { ...store, get: () => or(undefined), list: () => or(['a']) },
    orchestrator: { ...orchestrator, history: () => or([]) },
  };
}

patience('what has no answer now is asked again, after a pause each time', async () => {
  let pauses = 0;
  const pause = async () => void pauses++;
  assert.equal(await patient(failing(3, busy), pause).orchestrator.history('x', 0), []);
  assert.is(pauses, 3);
  assert.equal(await patient(failing(2, busy), pause).store.list('x'), ['a']);
  assert.is(await patient(failing(1, busy), pause).store.get('x'), undefined);
  assert.is(pauses, 6);
});

patience('everything else is told at once, and so is an interruption', async () => {
  const fails = (reading: Promise<unknown>) =>
    reading.then(
      () => 'nothing',
      (error) => error.message,
    );
  const never = async () => assert.unreachable();
  assert.is(await fails(patient(failing(1, new Error('other')), never).store.list('x')), 'other');
  const interrupted = async () => {
    throw new Error('interrupted');
  };
  assert.is(await fails(patient(failing(1, busy), interrupted).store.list('x')), 'interrupted');
});

patience.run();
