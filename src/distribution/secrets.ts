import { type Problem, problem } from '../diagnostics/problem.js';
import type { Content } from './zip/pieces.js';

/** Keys are short: what is larger is not looked at. */
const largest = 64 << 10;

/** What only its owner may have, with the words that tell most files from it. The letters of the key itself must follow. */
const forms: readonly { readonly what: string; readonly word: string; readonly pattern: RegExp }[] = [
  {
    // https://www.rfc-editor.org/rfc/rfc7468#section-10; in JSON, line breaks are `\n`.
    what: 'a private key',
    word: 'PRIVATE KEY-----',
    pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\\[rn]|\s)+[A-Za-z0-9+/]{32}/,
  },
  {
    // https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
    what: 'a secret access key of AWS',
    word: 'aws_secret_access_key',
    pattern: /aws_secret_access_key\s*=\s*[A-Za-z0-9+/]{40}/,
  },
];

/** Warns of a file with a secret, which everyone gets who gets the distribution. */
export function secretIn({ shown }: Content, bytes: Buffer): Problem | undefined {
  if (bytes.length > largest) return undefined;
  const form = forms.find(
    ({ word, pattern }) => bytes.includes(word) && pattern.test(bytes.toString('latin1')),
  );
  if (form === undefined) return undefined;
  const help = `leave it out by a line in \`.planccignore\`; if it is no secret, say so by naming \`${shown}\` in \`Package.Include\``;
  return problem('PLAN6016', { file: shown }, { path: shown, what: form.what }, { help });
}
