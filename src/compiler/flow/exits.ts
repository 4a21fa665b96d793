import type { Path } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import type { State } from '../../language/plan.js';

/** A way out of a state: to a named state of its scope, or to the scope's end. */
export interface Exit {
  readonly kind: 'next' | 'choice' | 'default' | 'catch' | 'skip';
  /** Undefined: the machine ends. */
  readonly to: string | undefined;
  /** Where the target is written, below the state; undefined where it follows from the order of the states. */
  readonly path: Path | undefined;
}

/** Types that end the machine or choose their way: order does not lead on from them. */
export const withoutNext = new Set(['Choice', 'Succeed', 'Fail']);

/** Where a state goes when it succeeded: `Next`, `End`, or the state after it in the source. */
export function nextOf(state: State): Exit | undefined {
  if (withoutNext.has(state.type)) return undefined;
  if (typeof state.value.Next === 'string') return { kind: 'next', to: state.value.Next, path: ['Next'] };
  if (state.value.End === true) return { kind: 'next', to: undefined, path: ['End'] };
  return { kind: 'next', to: state.following, path: undefined };
}

/** Where a state with `When` goes when the test is false. */
export const skipOf = (state: State): Exit => ({
  ...(nextOf(state) ?? { to: state.following, path: undefined }),
  kind: 'skip',
});

/** Catchers in their order, with the state each leads to. */
export function catchersOf(state: State): readonly Exit[] {
  const { Catch } = state.value;
  if (!isList(Catch)) return [];
  return Catch.flatMap((catcher, index) =>
    isObject(catcher) && typeof catcher.Next === 'string'
      ? { kind: 'catch' as const, to: catcher.Next, path: ['Catch', index, 'Next'] }
      : [],
  );
}

/** Every way out of a state, but for the one past it when its `When` is false. */
export function exitsOf(state: State): readonly Exit[] {
  const exits: Exit[] = [];
  if (state.type === 'Choice') {
    const { Choices, Default } = state.value;
    for (const [index, rule] of (isList(Choices) ? Choices : []).entries()) {
      if (isObject(rule) && typeof rule.Next === 'string') {
        exits.push({ kind: 'choice', to: rule.Next, path: ['Choices', index, 'Next'] });
      }
    }
    if (typeof Default === 'string') exits.push({ kind: 'default', to: Default, path: ['Default'] });
  }
  const next = nextOf(state);
  if (next !== undefined) exits.push(next);
  else if (state.type === 'Succeed') exits.push({ kind: 'next', to: undefined, path: undefined });
  exits.push(...catchersOf(state));
  return exits;
}
