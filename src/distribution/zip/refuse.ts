import type { Code, MessageArguments } from '../../diagnostics/codes/index.js';
import { type Problem, problem } from '../../diagnostics/problem.js';

/** Of a zip that lost something on its way. */
export const again = 'copy or download it again';
/** Of a file that is no distribution, and never was. */
export const nameAnother = 'name the zip that `plancc build` wrote';

/** A zip that is not, byte for byte, what plancc wrote: nothing mends it. */
export const refuse = <C extends Code>(code: C, file: string, values: MessageArguments<C>): Problem =>
  problem(code, { file }, values, { help: 'get the original file again; do not unpack and zip it anew' });

/** A refused entry, with how many more are: what befalls one entry of a zip befalls most. */
export function withOthers(first: Problem, others: number): Problem {
  if (others === 0) return first;
  const message = others === 1 ? '1 more entry is refused' : `${others} more entries are refused`;
  return { ...first, related: [{ place: first.place, message }] };
}
