import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import { referenceTo } from '../../language/reference.js';
import type { Segment } from '../../language/text.js';

type Malformed = Extract<Segment, { readonly kind: 'malformed' }>;

/** A reference that cannot be read, with what to write instead. `text` is the whole string it stands in. */
export function malformedReference(
  plan: Plan,
  path: Path,
  text: string,
  { reason, span }: Malformed,
): Problem {
  const place = { file: plan.document.file, path, span };
  const written = text.slice(text.lastIndexOf('${{', span[0]) + 3, span[1]).trim();
  return problem('PLAN4001', place, { reason }, { help: helpFor(plan, reason, written) });
}

function helpFor(plan: Plan, reason: string, written: string): string {
  if (reason.startsWith('`${{`')) return 'close it, or write `$${{` for the characters themselves';
  const unquoted = /^States\.(.*)/s.exec(written)?.[1] ?? '';
  const meant = plan.states.find(({ name }) => /\W/.test(name) && unquoted.startsWith(name));
  if (meant !== undefined) {
    return `write \`${referenceTo('States', meant.name)}${unquoted.slice(meant.name.length)}\``;
  }
  if (written === '') return 'name a value, such as `${{ Environment }}` or `${{ States.<name>.<output> }}`';
  if (written.includes('::')) return `write \`!Ref ${written}\`, or \`\${${written}}\` inside \`!Sub\``;
  return /[|&=!<>?+*/(]/.test(written)
    ? 'a reference computes nothing: give a parameter `Values` for each environment, choose a state with `When`, or compute the value in a job'
    : 'quote a name that has other characters than letters, digits, `_` and `-`: `States["Smoke test"].ok`';
}
