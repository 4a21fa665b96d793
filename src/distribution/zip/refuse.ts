import type { Code, MessageArguments } from '../../diagnostics/codes/index.js';
import { type Problem, problem } from '../../diagnostics/problem.js';

/** Of a zip that lost something on its way. */
export const again = 'copy or download it again';

/** What to do about a file that is no distribution, and never was. */
export const nameAnother = (file: string): string =>
  /\.(ya?ml|json)$/i.test(file)
    ? `check a plan with \`plancc validate ${file}\`; here name the zip that \`plancc build\` wrote`
    : 'name the zip that `plancc build` wrote';

const original = 'get the original file again';

/** What to do about a zip that is not, byte for byte, what plancc wrote: nothing mends it. */
const remedies: { readonly [C in Code]?: string } = {
  PLAN6104: `${original}; keep what belongs to it, such as a signature, in a file beside it`,
  PLAN6105: `do not unpack it; ${original}`,
  PLAN6106: `do not unpack it; ${original}`,
  PLAN6107: `${original}; to rename a file, rename it in the project and build a new version`,
  PLAN6108: `${original}: plancc encrypts nothing, and knows no password`,
  PLAN6111: `${original}; to change what it says, change the plan and build a new version`,
  PLAN6113: `${original}; to add a file, add it to the project and build a new version`,
  PLAN6114: `${original}; to leave a file out, name it in \`.planccignore\` and build a new version`,
  PLAN6115: `do not deploy it; ${original}`,
  PLAN6117: `do not unpack it; ${original}`,
  PLAN6119: `${original}: plancc writes nothing of this size`,
};

export const refuse = <C extends Code>(code: C, file: string, values: MessageArguments<C>): Problem =>
  problem(code, { file }, values, { help: remedies[code] ?? `${original}; do not unpack and zip it anew` });

/** A refused entry, with how many more are: what befalls one entry of a zip befalls most. */
export function withOthers(first: Problem, others: number): Problem {
  if (others === 0) return first;
  const message = others === 1 ? '1 more entry is refused' : `${others} more entries are refused`;
  return { ...first, related: [{ place: first.place, message }] };
}
