import { linesOf, type Position, positionAt } from '../../diagnostics/position.js';
import type { Fix, Path, Place, Problem } from '../../diagnostics/problem.js';
import type { Document } from '../../source/document.js';
import { fixedDocument } from '../../source/edit.js';
import { readDocument } from '../../source/read.js';

/** What was fixed: a problem, where it was in the text at that time, and what stood there. */
export interface Fixed {
  readonly problem: Problem;
  readonly start: Position;
  readonly was: string;
}

/** What a fix hides is found only when it is fixed; each time takes at least one away. */
const mostPasses = 100;

/**
 * Fixes what is certain in the text of a plan, until nothing is left to fix. `check` gives the problems of a text. A fix
 * that would make another mistake at its place is left out.
 */
export async function fixText(
  file: string,
  original: string,
  check: (text: string) => Promise<readonly Problem[]>,
): Promise<{ readonly text: string; readonly fixed: readonly Fixed[] }> {
  const refused = new Set<string>();
  const fixed: Fixed[] = [];
  let text = original;
  let problems = await check(text);
  for (let pass = 0; pass < mostPasses; pass++) {
    const { document, done } = fixOnce(file, text, problems, refused);
    if (done.length === 0) break;
    const after = await check(document.text);
    const wrong = done.filter(({ problem }) => makesAnother(problem, problems, after));
    for (const { problem } of wrong) refused.add(identity(problem));
    if (wrong.length > 0) continue;
    // What was wrong with them may have come of what is fixed now.
    refused.clear();
    fixed.push(...done);
    text = document.text;
    problems = after;
  }
  return { text, fixed };
}

/** All fixes at once where they get along with each other, else as many of them as do. */
function fixOnce(file: string, text: string, problems: readonly Problem[], refused: ReadonlySet<string>) {
  const document = readDocument(file, text);
  const chosen = candidates(document, problems, refused);
  const together = fixedDocument(
    document,
    chosen.map(({ fix }) => fix),
  );
  if (together !== undefined) return { document: together, done: chosen.reverse() };
  let [fixed, done]: [Document, Candidate[]] = [document, []];
  for (const one of chosen) {
    const next = fixedDocument(fixed, [one.fix]);
    if (next !== undefined) [fixed, done] = [next, [one, ...done]];
  }
  return { document: fixed, done };
}

interface Candidate extends Fixed {
  readonly fix: Fix;
}

/** What can be fixed side by side, from the end of the text to its beginning: what is before a fix stays where it is. */
function candidates(
  document: Document,
  problems: readonly Problem[],
  refused: ReadonlySet<string>,
): Candidate[] {
  const { file, text, range } = document;
  const rangeOf = (place: Place) =>
    'offset' in place
      ? place.offset
      : 'path' in place
        ? range(place.path, place.on, place.span)
        : ([0, 0] as const);
  const all = problems.flatMap((problem) =>
    problem.fix === undefined || problem.fix.place.file !== file || refused.has(identity(problem))
      ? []
      : [{ problem, fix: problem.fix, range: rangeOf(problem.fix.place) }],
  );
  // What cannot be read comes first: the other messages may be about parts of it.
  const unreadable = all.filter(({ problem }) => problem.code.startsWith('PLAN0'));
  const lines = linesOf(text);
  let untouched = text.length;
  return (unreadable.length > 0 ? unreadable : all)
    .sort((a, b) => b.range[0] - a.range[0])
    .flatMap(({ problem, fix, range: at }) => {
      if (at[1] > untouched) return [];
      untouched = at[0];
      return [{ problem, fix, start: positionAt(lines, at[0]), was: text.slice(...at) }];
    });
}

const identity = ({ code, message, fix }: Problem): string => JSON.stringify([code, message, fix]);

/**
 * Whether an error has come where something was fixed, or below it one of its kind of value. What can be fixed as well
 * was hidden by it.
 */
function makesAnother({ fix }: Problem, before: readonly Problem[], after: readonly Problem[]): boolean {
  const known = new Set(before.map(({ code, message }) => `${code} ${message}`));
  const place = fix!.place;
  const path = 'path' in place ? place.path : undefined;
  const now = path && 'on' in place && place.on === 'key' ? [...path.slice(0, -1), String(fix!.text)] : path;
  return after.some(({ severity, code, message, place: at, fix: next }) => {
    if (severity !== 'error' || next !== undefined || known.has(`${code} ${message}`)) return false;
    if (now === undefined || !('path' in at)) return code.startsWith('PLAN0');
    return isSame(at.path, now) || (/^PLAN[01]/.test(code) && isSame(at.path.slice(0, now.length), now));
  });
}

const isSame = (one: Path, other: Path): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);
