import { codes } from './codes/index.js';
import type { Diagnostic, Locatable } from './locate.js';
import { linesOf, positionAt } from './position.js';
import { type Problem, problem } from './problem.js';
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
  /** The line whose warnings it is for. */
  readonly line: number;
  readonly codes: readonly string[];
  readonly reason: string;
}

const word = 'plancc-ignore';

/** Takes out the warnings that comments in place silence, and reports comments that silence nothing. */
export function silence(
  diagnostics: readonly Diagnostic[],
  documents: ReadonlyMap<string, Locatable>,
): { readonly kept: readonly Diagnostic[]; readonly problems: readonly Problem[] } {
  const silences = [...documents].flatMap(([file, document]) => silencesIn(file, document));
  if (silences.length === 0) return { kept: diagnostics, problems: [] };
  const silenced = (found: Diagnostic): boolean =>
    found.severity === 'warning' &&
    silences.some((one) => one.reason !== '' && one.codes.includes(found.code) && isOn(found, one));
  // What stops the compiler early keeps it from warnings that a comment may be for.
  const complete = !diagnostics.some(({ severity }) => severity === 'error');
  return {
    kept: diagnostics.filter((found) => !silenced(found)),
    problems: silences.flatMap((one) => mistakes(one, diagnostics, complete)),
  };
}

const isOn = ({ file, start }: Diagnostic, silence: Silence): boolean =>
  file === silence.file && start?.line === silence.line;

function silencesIn(file: string, { text, comments }: Locatable): readonly Silence[] {
  const found = comments?.(word) ?? [];
  if (found.length === 0) return [];
  const lines = linesOf(text);
  return found.map((comment) => {
    const [, list = '', reason = ''] = comment.text.match(/plancc-ignore([^:]*):?(.*)$/)!;
    const before = text.slice(0, comment.offset[0]);
    const alone = /(^|\n)[ \t]*$/.test(before);
    const [comments] = alone ? text.slice(comment.offset[1]).match(/^([ \t\r]*(#[^\n]*)?\n)*/)! : [''];
    return {
      file,
      comment,
      line: positionAt(lines, comment.offset[1] + comments.length).line,
      codes: list.split(/[\s,]+/).filter(Boolean),
      reason: reason.trim(),
    };
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
  const pattern = `write \`# ${word} ${named[0] ?? 'PLAN4007'}: why it is right here\``;
  if (named.length === 0) return [mistake(`\`${word}\` names no code`, pattern)];
  if (reason === '') return [mistake(`\`${word}\` gives no reason`, pattern)];
  return named.flatMap((code) => {
    if (!(code in codes))
      return mistake(`\`${code}\` is not a code of plancc`, didYouMean(code, Object.keys(codes), 'codes'));
    const here = diagnostics.filter((found) => found.code === code && isOn(found, silence));
    if (here.some(({ severity }) => severity === 'error'))
      return mistake(`\`${code}\` is an error here, and errors cannot be silenced`, 'correct what it says');
    // Whether some are reported depends on what `Package.Before` makes, so a comment may be right for `validate` alone.
    const always = codes[code as keyof typeof codes].severity === 'warning';
    return here.length > 0 || !complete || !always
      ? []
      : mistake(
          `\`${code}\` is not reported on line ${silence.line}`,
          'remove the comment, or put it at the end of the line that is warned of or right above it',
        );
  });
}
