import { StatesError } from '../../../../ports/states-error.js';
import type { Attempt, Exit } from '../run.js';
import { choice } from './choice.js';
import { fail } from './fail.js';
import { map } from './map/index.js';
import { parallel } from './parallel.js';
import { pass } from './pass.js';
import { succeed } from './succeed.js';
import { task } from './task/index.js';
import { wait } from './wait.js';

const types: { readonly [type: string]: (attempt: Attempt) => Promise<Exit> } = {
  Choice: choice,
  Fail: fail,
  Map: map,
  Parallel: parallel,
  Pass: pass,
  Succeed: succeed,
  Task: task,
  Wait: wait,
};

/** Does what a state is there for, once. */
export function doState(attempt: Attempt): Promise<Exit> {
  const type = String(attempt.state.Type);
  if (Object.hasOwn(types, type)) return types[type]!(attempt);
  throw new StatesError('States.Runtime', `There are no states of the type '${type}'.`);
}
