import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { credentialIn } from '../../language/credentials.js';
import { eachString } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';

/** Credentials written into a plan, which everyone can read who reads the distribution, the history, or the repository. */
export function checkSecretLiterals(plan: Plan): readonly Problem[] {
  const found: Problem[] = [];
  const help =
    'make it a parameter with `Secret: true`, take it out of the plan and its history, and replace it where it is valid';
  const report = (path: Path, what: string) =>
    found.push({
      ...problem('PLAN4050', { file: plan.document.file, path }, { what }, { help }),
      concealed: true,
    });
  eachString(plan.value, (text, path) => {
    const what = credentialIn(text, path.at(-1));
    if (what !== undefined) report([...path], what);
  });
  return found;
}
