import type { Locatable } from '../../diagnostics/diagnostic.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { type ReportOptions, report } from '../report.js';
import type { Terminal } from '../terminal.js';

/** Runs a command; what keeps it from what it wants is told as a problem, with its place in one of the documents. */
export async function told(
  options: ReportOptions,
  terminal: Terminal,
  run: () => Promise<ExitCode>,
  documents: ReadonlyMap<string, Locatable> = new Map(),
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    const { unforeseen } = await import('../../engines/aws/refusals/unforeseen.js');
    const known = error instanceof StoreError ? error : unforeseen(error);
    if (known === undefined) throw error;
    return report(await located([known.problem], documents), {}, options, terminal);
  }
}
