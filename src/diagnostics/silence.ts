import { codes } from './codes/index.js';
import { excusable } from './excusable.js';
import type { Diagnostic, Locatable } from './locate.js';
import { linesOf, positionAt } from './position.js';
import { type Problem, problem } from './problem.js';
import { silenceWord } from './silence-word.js';
import { didYouMean } from './suggest.js';

export interface Comment {
  /** From its `#` to the end of its line. */
  readonly offset: readonly [number, number];
  readonly text: string;
}

/** `# plancc-ignore PLAN4007: why`, at the end of a warning's line or on lines of its own above it. */
interface Silence {
  readonly file: string;
  readonly comment: Comment;
  /** The line whose warnings it is for, and the last one of a text that begins there with `|` or `>`. */
  readonly line: number;
  readonly last: number;
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
  // What stops the compiler early keeps it from warnings that a comment may be for.
  const complete = !diagnostics.some(({ severity }) => severity === 'error');
  return {
    marked: diagnostics.map(mark),
    problems: silences.flatMap((one) => mistakes(one, diagnostics, complete)),
  };
}

const isOn = ({ file, start }: Diagnostic, silence: Silence): boolean =>
  file === silence.file && start !== undefined && start.line >= silence.line && start.line <= silence.last;

function silencesIn(file: string, { text, comments }: Locatable): readonly Silence[] {
  const found = comments?.(silenceWord) ?? [];
  if (found.length === 0) return [];
  const lines = linesOf(text);
  return found.map((comment) => {
    const [, list = '', reason = ''] = comment.text.match(/plancc-ignore([^:]*):?(.*)$/)!;
    const before = text.slice(0, comment.offset[0]);
    const alone = /(^|\n)[ \t]*$/.test(before);
    const [comments] = alone ? text.slice(comment.offset[1]).match(/^([ \t\r]*(#[^\n]*)?\n)*/)! : [''];
    const { line } = positionAt(lines, comment.offset[1] + comments.length);
    return {
      file,
      comment,
      line,
      last: line + linesInside(text.slice(lines.starts[line - 1])),
      codes: list.split(/[\s,]+/).filter(Boolean),
      reason: reason.trim(),
    };
  });
}

/** How many lines of a text that begins with `|` or `>` follow its first line: no comment can stand among them. */
function linesInside(text: string): number {
  const [first, ...rest] = text.split('\n');
  if (!/[|>][0-9+-]*\s*(?:#.*)?$/.test(first!)) return 0;
  const indent = first!.search(/\S/);
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/) <= indent);
  return end === -1 ? rest.length : end;
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
    if (!(code in codes))
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
