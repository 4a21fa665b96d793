import { resolve } from 'node:path';
import { isSystemError, systemReason } from '../../distribution/system-reason.js';
import { StoreError } from '../../ports/store-error.js';
import { defineCommand, exitCodes } from '../command.js';
import { store } from '../environments/options.js';
import { ownCommand } from '../own-command.js';

export const host = defineCommand({
  name: 'host',
  describe: 'Do what there is to do in local environments, until nothing is left',
  operands: [],
  options: { store },
  examples: [],
  run: async (_, options, terminal) => {
    const { runHost } = await import('../../engines/local/host/index.js');
    await runHost(resolve(terminal.folder, options.store ?? '.plancc'), ownCommand(), (error) => {
      try {
        terminal.err.write(`${new Date().toISOString()} ${told(error)}\n`);
      } catch {
        // Its log is on the disk that is full.
      }
    });
    return exitCodes.ok;
  },
});

/** What the system or the store refuses is nobody's fault here; anything else is ours. */
function told(error: unknown): string {
  if (error instanceof StoreError) {
    const { code, message, help } = error.problem;
    return `error[${code}]: ${message}${help === undefined ? '' : `\n  = help: ${help}`}`;
  }
  if (isSystemError(error)) return `${error.syscall}: ${systemReason(error)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
