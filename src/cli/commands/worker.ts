import { resolve } from 'node:path';
import { defineCommand, exitCodes } from '../command.js';
import { store } from '../environments/options.js';

export const worker = defineCommand({
  name: 'worker',
  describe: 'Do the jobs of a runner of a local environment, until there have been none for a while',
  operands: [],
  options: {
    store,
    runner: { type: 'string', value: 'key', describe: 'The key of the runner' },
  },
  needs: ['runner'],
  examples: [],
  run: async (_, options, terminal) => {
    const { runRunner } = await import('../../engines/local/jobs/run-runner.js');
    const root = resolve(terminal.folder, options.store ?? '.plancc');
    await runRunner(root, options.runner!, terminal.interruption());
    return exitCodes.ok;
  },
});
