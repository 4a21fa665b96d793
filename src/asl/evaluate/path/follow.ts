import type { Json } from '../../../source/document.js';
import type { Step } from '../../path/syntax.js';
import { conditionOf } from './condition.js';
import { applyFunction } from './functions.js';
import { holds } from './holds.js';
import { type Accepts, select } from './select.js';

/** What the steps of a path find: one value, or a list where they may find several; undefined where they lead to nothing. */
export function follow(steps: readonly Step[], root: Json): Json | undefined {
  const last = steps.at(-1);
  // Behind `..` a function is applied to all that was found.
  if (last?.kind === 'function' && steps.some(({ deep }) => deep)) {
    const all = follow(steps.slice(0, -1), root);
    return all === undefined ? undefined : applyFunction(last.name, last.text, all);
  }
  const accepts: Accepts = (text, value) =>
    holds(conditionOf(text), ({ fromRoot, steps: inner }) => follow(inner, fromRoot ? root : value));
  let found: readonly Json[] = [root];
  let isOne = true;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at]!;
    const isLast = at === steps.length - 1;
    if (isOne) {
      const next = select(step, found[0]!, isLast, accepts);
      if (next === undefined) return undefined;
      found = next;
      isOne = isSingle(step, isLast);
    } else found = found.flatMap((value) => select(step, value, isLast, accepts) ?? []);
  }
  return isOne ? found[0] : found;
}

const isSingle = ({ kind, deep }: Step, isLast: boolean): boolean =>
  !deep && (kind === 'key' || kind === 'index' || kind === 'function' || (kind === 'keys' && isLast));
