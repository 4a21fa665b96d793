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
  return problem('PLAN4001', place, { reason }, { help: helpFor(plan, reason, text) });
}

function helpFor(plan: Plan, reason: string, text: string): string {
  if (reason.startsWith('`${{`')) return 'close it, or write `$${{` for the characters themselves';
  const unquoted = /\$\{\{\s*States\.([^}]*)\}\}/.exec(text)?.[1]?.trim() ?? '';
  const meant = plan.states.find(({ name }) => /\W/.test(name) && unquoted.startsWith(name));
  if (meant !== undefined) {
    return `write \`${referenceTo('States', meant.name)}${unquoted.slice(meant.name.length)}\``;
  }
  const written = /\$\{\{([^}]*)\}\}/.exec(text)?.[1]?.trim() ?? '';
  if (written === '') return 'name a value, such as `${{ Environment }}` or `${{ States.<name>.<output> }}`';
  if (/[|&=!<>?+*/(]/.test(written)) {
    return 'a reference computes nothing: use `When` to choose, `Default` of a parameter for what is missing, or compute it in a job';
  }
  return 'write a name in quotes if it has other characters than letters, digits, `_` and `-`: `States["Smoke test"].ok`';
}
