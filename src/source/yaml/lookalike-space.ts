import type { Scalar } from 'yaml';
import { opensLine } from './excerpt.js';
import { fail, type Reader, spot } from './reader.js';

// https://www.unicode.org/charts/PDF/U2000.pdf; web pages and chats put the first of them into code that is copied.
const lookalikes = '\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF';
const first = new RegExp(`^[${lookalikes}]+`);
const afterColon = new RegExp(`(?<=^[^\\s:]+:)[${lookalikes}]`);

export const lookalikeHelp = 'replace it by a space; most editors can show such characters';

/** What looks like a space and is none at the beginning of a text without quotes, or behind its first word and a colon. */
export function lookalikeIn(written: string, opensLine: boolean): RegExpExecArray | undefined {
  return first.exec(written) ?? (opensLine ? afterColon.exec(written) : null) ?? undefined;
}

/** Reports one in a text without quotes, which then has no value. */
export function lookalikeSpace(reader: Reader, node: Scalar): boolean {
  if (node.type !== 'PLAIN') return false;
  const [start] = spot(node);
  const found = lookalikeIn(node.source ?? '', opensLine(reader.text, start));
  if (found === undefined) return false;
  const at = start + found.index;
  const character = found[0][0]!;
  fail(reader, 'PLAN0002', [at, at + found[0].length], { character }, () => ({
    help: lookalikeHelp,
    meant: ' '.repeat(found[0].length),
  }));
  return true;
}
