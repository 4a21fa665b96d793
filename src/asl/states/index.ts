import type { Schema } from '../../language/schema.js';
import { choice } from './choice.js';
import { itemBatcher, itemReader, readerConfig, resultWriter } from './distributed.js';
import { catcher, retrier } from './errors.js';
import { fail } from './fail.js';
import { map } from './map.js';
import { parallel } from './parallel.js';
import { pass } from './pass.js';
import { choiceRule, condition } from './rule.js';
import { body, branch, states } from './scope.js';
import { succeed } from './succeed.js';
import { task } from './task.js';
import { wait } from './wait.js';

/** The state types of the Amazon States Language. */
export const nativeStates: { readonly [type: string]: Schema } = {
  Task: task,
  Pass: pass,
  Choice: choice,
  Wait: wait,
  Succeed: succeed,
  Fail: fail,
  Parallel: parallel,
  Map: map,
};

/** What the schemas of states refer to as `#/definitions/…`; `state` itself is added by who puts them together. */
export const definitions: { readonly [name: string]: Schema } = {
  branch,
  body,
  states,
  condition,
  choiceRule,
  retrier,
  catcher,
  itemReader,
  readerConfig,
  itemBatcher,
  resultWriter,
};
