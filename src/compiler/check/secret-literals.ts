import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { eachString } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';

/** What credentials look like, by the forms that their makers publish. */
export const credentialForms: { readonly [what: string]: RegExp } = {
  'an access key of AWS': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a token of GitHub': /\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{40,})/,
  'a token of GitLab': /\bglpat-[0-9A-Za-z_-]{20}/,
  'a token of Slack': /\bxox[abprs]-[0-9A-Za-z-]{10,}/,
  'a key of Stripe': /\b[rs]k_live_[0-9A-Za-z]{20,}/,
  'a key of Google': /\bAIza[0-9A-Za-z_-]{35}\b/,
  'a token of npm': /\bnpm_[0-9A-Za-z]{36}\b/,
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
};

const secretName =
  /(?:^|[_-])?(?:password|passwd|secret[_-]?key|secret[_-]?access[_-]?key|api[_-]?key|access[_-]?token|auth[_-]?token|private[_-]?key)$/i;

/** A text that is put in later, or says where a secret is instead of what it is. */
const isPointer = /\$\{|\{\{|\{%|^\$|^arn:|^\/|^https?:|^[A-Z][A-Z0-9_]*$|\s/;

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
    const form =
      text.length < 16
        ? undefined
        : Object.entries(credentialForms).find(([, pattern]) => pattern.test(text));
    if (form !== undefined) report([...path], form[0]);
    else if (isSecretValue(text, path.at(-1))) report([...path], `a secret, by its name \`${path.at(-1)}\``);
  });
  return found;
}

const isSecretValue = (text: string, key: string | number | undefined): boolean =>
  typeof key === 'string' && secretName.test(key) && text.length >= 8 && !isPointer.test(text);
