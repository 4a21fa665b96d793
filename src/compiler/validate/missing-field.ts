import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import { ownerOf, type Subject } from './subject.js';

/** A field that an object must have, or several of which it must have one. */
export function missingField(subject: Subject, at: Path, names: readonly string[]): Problem {
  const { document, kind, path } = subject;
  const { file } = document;
  const whole = [...path, ...at];
  const owner = at.length === 0 && kind === 'state' ? `\`${path.at(-1)}\`` : ownerOf(subject, at);
  const place = { file, path: whole.length === 0 ? firstOf(subject) : whole, on: 'key' as const };
  return problem('PLAN1002', place, { owner, names }, { help: helpFor(subject, names) });
}

/** What the whole document lacks is said where it begins. */
const firstOf = ({ document, value }: Subject): Path =>
  isObject(value) ? document.keys(value).slice(0, 1) : [];

function helpFor({ kind }: Subject, names: readonly string[]): string {
  if (names.length > 1) return 'add one of them';
  return kind === 'plan' && names[0] === 'Version'
    ? 'add `Version: 1.0.0`, or give it with `--set-version`'
    : `add \`${names[0]}\``;
}
