import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { foremost } from '../diagnostics/foremost.js';
import { json } from '../diagnostics/formats/json.js';
import { pretty } from '../diagnostics/formats/pretty.js';
import { plain, plainLines } from '../diagnostics/formats/text.js';
import { type ExitCode, exitCodes } from './command.js';
import type { PlanFile } from './plan-file.js';
import type { ProblemFormat } from './problem-format.js';
import { shellWord } from './shell-word.js';
import type { Terminal } from './terminal.js';

export interface ReportOptions {
  readonly json?: boolean;
  readonly quiet: boolean;
  /** What is written as JSON is one of several lines. */
  readonly jsonLines?: boolean;
  /** Absent where a command knows `json` and text alone. */
  readonly problemFormat?: ProblemFormat;
}

/** Problems of one run: more are read by nobody, nor shown at once by an editor. */
const most = { pretty: 100, json: 1000 } as const;

/**
 * Shows problems: for programs with the result on standard output, for people on standard error. Silenced ones are for
 * programs that ask for them. Gives the exit code.
 */
export async function report(
  all: readonly Diagnostic[],
  result: object,
  options: ReportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const diagnostics = all.filter(({ silenced }) => silenced === undefined);
  const { shown, left } = foremost(diagnostics, options.json ? most.json : most.pretty);
  if (options.problemFormat === 'sarif') {
    const { sarifLog } = await import('./sarif-log.js');
    writeJson(sarifLog(all, terminal), terminal);
  } else if (options.json) {
    const omitted = left.length > 0 && { omittedProblems: left.length };
    writeJson({ ...result, problems: json(shown), ...omitted }, terminal, options.jsonLines);
  } else if (shown.length > 0) {
    const more = left.length > 0 ? `… and ${countProblems(left).replace(' ', ' more ')}\n\n` : '';
    const { code } = shown[0]!;
    const explain =
      terminal.err.isTerminal() && !options.quiet ? `more about ${code}: plancc explain ${code}\n\n` : '';
    terminal.err.write(`${pretty(shown, terminal.err.colour())}\n${more}${explain}`);
  }
  if (options.problemFormat === 'github') {
    const { annotate } = await import('./github-report.js');
    annotate(diagnostics, terminal);
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return errors > 0 ? exitCodes.problems : exitCodes.ok;
}

/** Whether standard output belongs to a program, which reads nothing but the result. */
export const forPrograms = ({ json, problemFormat }: ReportOptions): boolean =>
  json === true || problemFormat === 'sarif';

export const writeJson = (value: object, terminal: Terminal, oneLine = false): void =>
  give(`${JSON.stringify(value, undefined, oneLine ? 0 : 2)}\n`, terminal);

/** A result: for files and pipes as it is, for a terminal without characters that would steer it. */
export const give = (text: string, { out }: Terminal): void =>
  out.write(out.isTerminal() ? plainLines(text) : text);

/** Talk for people, one line or several. */
export function say(lines: string | readonly string[], options: ReportOptions, { err }: Terminal): void {
  if (lines.length > 0 && !options.quiet && !forPrograms(options))
    err.write(`${[lines].flat().map(plain).join('\n')}\n`);
}

/** The next step, for people at a terminal. */
export function suggest(words: readonly string[], options: ReportOptions, terminal: Terminal): void {
  if (terminal.err.isTerminal()) say(`  next  plancc ${words.map(shellWord).join(' ')}`, options, terminal);
}

/** Characters of a plan that takes longer to compile than people wait without wondering, a tenth of a second. */
const longText = 50_000;

/** Says what is compiled where that takes a while; it cannot tell how far it is. */
export function announce(
  { folder, file, text }: Pick<PlanFile, 'folder' | 'file' | 'text'>,
  options: ReportOptions,
  terminal: Terminal,
): void {
  if (text.length > longText && terminal.err.isTerminal())
    say(`compiling ${join(folder, file)} …`, options, terminal);
}

/** `2 errors and 1 warning`, `no problems`. */
export function countProblems(diagnostics: readonly Diagnostic[]): string {
  const parts = (['error', 'warning'] as const).flatMap((severity) => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return found === 0 ? [] : [plural(found, severity)];
  });
  return parts.length === 0 ? 'no problems' : parts.join(' and ');
}

/** `1 file`, `2,000 files`. */
export const plural = (count: number, noun: string): string =>
  `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${noun}${count === 1 ? '' : 's'}`;
