import { type ExitCode, exitCodes } from './command.js';
import { twoLines } from './mistakes.js';
import type { ReportOptions } from './report.js';
import type { Terminal } from './terminal.js';

/** Asks before something is done; `unasked` says what is not known where nobody can be asked. Gives the exit code when it is not to be done. */
export async function agreement(
  question: string,
  unasked: string,
  { json }: Pick<ReportOptions, 'json'>,
  terminal: Terminal,
): Promise<'agreed' | ExitCode> {
  const answer = json ? undefined : await terminal.ask(`${question} [y/N] `);
  if (answer !== undefined) return /^y(es)?$/i.test(answer.trim()) ? 'agreed' : exitCodes.problems;
  const help = 'give `--yes` where that has been agreed';
  terminal.err.write(twoLines({ kind: 'mistake', message: unasked, help }));
  return exitCodes.usage;
}
