import { resolve } from 'node:path';
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
    await runHost(resolve(terminal.folder, options.store ?? '.plancc'), ownCommand(), (error) =>
      terminal.err.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    );
    return exitCodes.ok;
  },
});
