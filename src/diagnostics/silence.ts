import { codes } from './codes/index.js';
import type { Comment, Diagnostic, Locatable } from './diagnostic.js';
import { excusable } from './excusable.js';
import { linesOf, positionAt } from './position.js';
import { type Problem, problem } from './problem.js';
import { silenceWord } from './silence-word.js';
import { didYouMean } from './suggest.js';

/** `# plancc-ignore PLAN4007: why`, at the end of a warning's line or on lines of its own above it. */
interface Silence {
  readonly file: string;
  readonly comment: Comment;
  /** The first line that it is about. */
  readonly line: number;
  readonly codes: readonly string[];
  readonly reason: string;
}

/** Marks the warnings that comments in place silence, and reports comments that silence nothing. */
export function silence(
  diagnostics: readonly Diagnostic[],
  documents: ReadonlyMap<string, Locatable>,
): { readonly marked: readonly Diagnostic[]; readonly problems: readonly Problem[] } {
  const silences = [...documents].flatMap(([file, document]) => silencesIn(file, document));
  if (silences.length === 0) return { marked: diagnostics, problems: [] };
  const mark = (found: Diagnostic): Diagnostic => {
    if (found.severity !== 'warning') return found;
    const why = silences.find(
      (one) => one.reason !== '' && one.codes.includes(found.code) && isOn(found, one),
    );
    return why === undefined ? found : { ...found, silenced: why.reason };
  };
  // What stops the compiler early, or is yet to be made, keeps it from warnings that a comment may be for.
  const complete = !diagnostics.some(({ severity, code }) => severity === 'error' || excusable.has(code));
  return {
    marked: diagnostics.map(mark),
    problems: silences.flatMap((one) => mistakes(one, diagnostics, complete)),
  };
}

const isOn = ({ file, start }: Diagnostic, { file: silenced, comment: { about } }: Silence): boolean =>
  file === silenced && start !== undefined && start.offset >= about[0] && start.offset <= about[1];

const form = new RegExp(`${silenceWord}([^:]*):?(.*)$`, 's');

function silencesIn(file: string, { text, comments }: Locatable): readonly Silence[] {
  const found = comments?.(silenceWord) ?? [];
  if (found.length === 0) return [];
  const lines = linesOf(text);
  return found.map((comment) => {
    const [, list = '', reason = ''] = form.exec(comment.text)!;
    const { line } = positionAt(lines, comment.about[0]);
    return { file, comment, line, codes: list.split(/[\s,]+/).filter(Boolean), reason: reason.trim() };
  });
}

function mistakes(
  silence: Silence,
  diagnostics: readonly Diagnostic[],
  complete: boolean,
): readonly Problem[] {
  const { file, comment, codes: named, reason } = silence;
  const mistake = (reason: string, help: string | undefined) =>
    problem('PLAN0025', { file, offset: comment.offset }, { reason }, { help });
  const pattern = `write \`# ${silenceWord} ${named[0] ?? 'PLAN4007'}: why it is right here\``;
  if (named.length === 0) return [mistake(`\`${silenceWord}\` names no code`, pattern)];
  if (reason === '') return [mistake(`\`${silenceWord}\` gives no reason`, pattern)];
  return named.flatMap((code) => {
    if (!Object.hasOwn(codes, code))
      return mistake(`\`${code}\` is not a code of plancc`, didYouMean(code, Object.keys(codes), 'codes'));
    const here = diagnostics.filter((found) => found.code === code && isOn(found, silence));
    const { severity } = codes[code as keyof typeof codes];
    if (here.some((found) => found.severity === 'error') || (severity === 'error' && !excusable.has(code)))
      return mistake(`\`${code}\` is an error, and errors cannot be silenced`, 'correct what it says');
    // Whether it is reported may depend on what `Package.Before` makes: a comment may be right for `validate` alone.
    return here.length > 0 || !complete || severity === 'error'
      ? []
      : mistake(
          `\`${code}\` is not reported on line ${silence.line}`,
          'remove the comment, or put it at the end of the line that is warned of or right above it',
        );
  });
}
