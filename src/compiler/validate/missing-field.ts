import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { ownerOf, type Subject } from './subject.js';

/** A field that an object must have, or several of which it must have one. */
export function missingField(subject: Subject, at: Path, names: readonly string[]): Problem {
  const { document, kind, path } = subject;
  const { file } = document;
  const whole = [...path, ...at];
  const owner = at.length === 0 && kind === 'state' ? `\`${path.at(-1)}\`` : ownerOf(subject, at);
  const place = whole.length === 0 ? { file } : { file, path: whole, on: 'key' as const };
  return problem('PLAN1002', place, { owner, names }, { help: helpFor(subject, names) });
}

function helpFor({ kind }: Subject, names: readonly string[]): string {
  if (names.length > 1) return 'add one of them';
  return kind === 'plan' && names[0] === 'Version'
    ? 'add `Version: 1.0.0`, or give it with `--set-version`'
    : `add \`${names[0]}\``;
}
