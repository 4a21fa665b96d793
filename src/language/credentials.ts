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

/** What every one of them has in it: most texts have nothing of it, and are asked once. */
const trace = /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|k_live_|AIza|npm_|PRIVATE KEY/;

const secretName =
  /(?:^|[_-])?(?:password|passwd|secret[_-]?key|secret[_-]?access[_-]?key|api[_-]?key|access[_-]?token|auth[_-]?token|private[_-]?key)$/i;

/** A text that is put in later, or says where a secret is instead of what it is. */
const isPointer = /\$\{|\{\{|\{%|^\$|^arn:|^\/|^https?:|^[A-Z][A-Z0-9_]*$|\s/;

/** What a text is that stands under a key, in words, when it looks like a credential; else undefined. */
export function credentialIn(text: string, key: string | number | undefined): string | undefined {
  const form = trace.test(text)
    ? Object.entries(credentialForms).find(([, pattern]) => pattern.test(text))
    : undefined;
  if (form !== undefined) return form[0];
  return isSecretValue(text, key) ? `a secret, by its name \`${key}\`` : undefined;
}

const isSecretValue = (text: string, key: string | number | undefined): boolean =>
  typeof key === 'string' && text.length >= 8 && secretName.test(key) && !isPointer.test(text);
