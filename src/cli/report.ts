import { foremost } from '../diagnostics/foremost.js';
import { json } from '../diagnostics/formats/json.js';
import { pretty } from '../diagnostics/formats/pretty.js';
import { plain, plainLines } from '../diagnostics/formats/text.js';
import type { Diagnostic } from '../diagnostics/locate.js';
import { type ExitCode, exitCodes } from './command.js';
import type { Terminal } from './terminal.js';

export interface ReportOptions {
  readonly json?: boolean;
  readonly quiet: boolean;
}

/** Problems of one run: more are read by nobody, nor shown at once by an editor. */
const most = { pretty: 100, json: 1000 } as const;

/** Shows problems: as JSON with the result on standard output, for people on standard error. Gives the exit code. */
export function report(
  diagnostics: readonly Diagnostic[],
  result: object,
  options: ReportOptions,
  terminal: Terminal,
): ExitCode {
  const { shown, left } = foremost(diagnostics, options.json ? most.json : most.pretty);
  if (options.json) {
    const omitted = left.length > 0 && { omittedProblems: left.length };
    writeJson({ ...result, problems: json(shown), ...omitted }, terminal);
  } else if (shown.length > 0) {
    const more = left.length > 0 ? `… and ${countProblems(left).replace(' ', ' more ')}\n\n` : '';
    terminal.err.write(`${pretty(shown, terminal.err.colour())}\n${more}`);
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return errors > 0 ? exitCodes.problems : exitCodes.ok;
}

export const writeJson = (value: object, terminal: Terminal): void =>
  give(`${JSON.stringify(value, undefined, 2)}\n`, terminal);

/** A result: for files and pipes as it is, for a terminal without characters that would steer it. */
export const give = (text: string, { out }: Terminal): void =>
  out.write(out.isTerminal() ? plainLines(text) : text);

/** Talk for people, one line or several. */
export function say(lines: string | readonly string[], options: ReportOptions, { err }: Terminal): void {
  if (!options.quiet && !options.json) err.write(`${[lines].flat().map(plain).join('\n')}\n`);
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
