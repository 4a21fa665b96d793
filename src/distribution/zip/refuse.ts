import type { Code, MessageArguments } from '../../diagnostics/codes/index.js';
import { type Problem, problem } from '../../diagnostics/problem.js';

/** A zip that is not, byte for byte, what plancc wrote: nothing mends it. */
export const refuse = <C extends Code>(code: C, file: string, values: MessageArguments<C>): Problem =>
  problem(code, { file }, values, { help: 'get the original file again; do not unpack and zip it anew' });

/** The first problem of each code, with how many are like it: what befalls one entry of a zip befalls most. */
export function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  const found = new Map<Code, { readonly first: Problem; others: number }>();
  for (const first of problems) {
    const earlier = found.get(first.code);
    if (earlier === undefined) found.set(first.code, { first, others: 0 });
    else earlier.others++;
  }
  return [...found.values()].map(({ first, others }) => {
    if (others === 0) return first;
    const message = `${others} more ${others === 1 ? 'entry is' : 'entries are'} like it`;
    return { ...first, related: [{ place: first.place, message }] };
  });
}
