import { constants } from 'node:os';
import { internalCodes } from '../diagnostics/codes/9-internal.js';
import { plainLines } from '../diagnostics/formats/text.js';
import { isSystemError, systemReason } from '../distribution/system-reason.js';
import { readArguments } from './arguments.js';
import { type ExitCode, exitCodes } from './command.js';
import { commands, processes } from './commands/index.js';
import { twoLines } from './mistakes.js';
import { processTerminal } from './terminal.js';
import { fullVersion } from './version.js';

const terminal = processTerminal();
const { signals } = constants;

async function main(words: readonly string[]): Promise<ExitCode> {
  const read = readArguments(words, [...commands, ...processes]);
  switch (read.kind) {
    case 'run':
      // Also for the commands that are run before packing.
      if (read.options['no-color']) process.env.NO_COLOR = '1';
      return read.command.run(read.operands, read.options, terminal);
    case 'start': {
      const { briefHelp } = await import('./help.js');
      terminal.out.write(briefHelp(commands, terminal.out));
      return exitCodes.ok;
    }
    case 'version':
      terminal.out.write(`plancc ${fullVersion()}\n`);
      return exitCodes.ok;
    case 'mistake':
      complain(twoLines(read));
      return exitCodes.usage;
  }
}

/**
 * Ctrl-C is no fault: a command that was interrupted has cleaned up when it comes here. What the system refuses (a full
 * disk behind standard output, say) is told as that; anything else is our fault.
 */
function fail(error: unknown): void {
  const { aborted, reason } = terminal.interruption();
  if (aborted) {
    complain('plancc: interrupted\n');
    // What runs in other threads, such as the compression of a piece, is not waited for.
    process.exit(128 + signals[reason as NodeJS.Signals]);
  }
  process.exitCode = exitCodes.internal;
  if (isSystemError(error)) {
    complain(plainLines(`plancc: ${error.syscall}: ${systemReason(error)}\n`));
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  complain(
    `plancc: error[PLAN9001]: ${plainLines(internalCodes.PLAN9001.message({ reason: text }))}\n  = help: this is a fault of plancc; please report it with these lines and the plan\n`,
  );
}

/** What can be said nowhere is left to the exit code. */
function complain(text: string): void {
  try {
    terminal.err.write(text);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
}, fail);
