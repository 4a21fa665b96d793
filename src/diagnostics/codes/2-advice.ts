import { warning } from './define.js';
import { chain, quotedList } from './names.js';

/** 209x: ways through a plan that work, but hardly as they are meant. */
export const adviceCodes = {
  PLAN2090: warning<{ names: readonly string[]; field: string }>(
    'a catcher or retrier that is never asked',
    ({ names, field }) =>
      `${quotedList(names)} ${names.length === 1 ? 'is' : 'are'} taken by an earlier entry of \`${field}\`, so this one is never asked`,
  ),
  PLAN2091: warning<{ name: string }>(
    'a Choice that may have no way',
    ({ name }) => `no rule of \`${name}\` may hold, and there is no \`Default\`: the execution then fails`,
  ),
  PLAN2092: warning<{ loop: readonly string[] }>(
    'a loop that waits for nothing',
    ({ loop }) =>
      `${chain(loop)} goes round without a pause, until the 25,000 events of an execution are used up`,
  ),
  PLAN2093: warning<{ name: string; seconds: number; whole: number }>(
    'a state with a longer deadline than the plan',
    ({ name, seconds, whole }) =>
      `\`${name}\` may take ${seconds} seconds, but the plan is ended after ${whole}`,
  ),
  PLAN2094: warning<{ seconds: number; whole: number }>(
    'a plan with less time than its states',
    ({ seconds, whole }) =>
      `the states on the longest way may take ${seconds} seconds together, but the plan is ended after ${whole}`,
  ),
};
