import { resolve } from 'node:path';
import { variables } from '../../engines/aws/functions/variables.js';
import { defineCommand, exitCodes } from '../command.js';
import { store } from '../environments/options.js';

/** Whether this is the host of a runner in AWS, which knows everything by its variables. */
const isHost = process.env[variables.runner] !== undefined;

export const worker = defineCommand({
  name: 'worker',
  describe: 'Do the jobs of a runner, until there have been none for a while',
  operands: [],
  options: {
    store,
    runner: { type: 'string', value: 'key', describe: 'The key of the runner, of a local environment' },
  },
  needs: isHost ? [] : ['runner'],
  examples: [],
  run: async (_, options, terminal) => {
    if (isHost) {
      const { runRunner } = await import('../../engines/aws/jobs/run-runner.js');
      await runRunner(process.env, (line) => terminal.out.write(`${line}\n`), terminal.interruption());
      return exitCodes.ok;
    }
    const { runRunner } = await import('../../engines/local/jobs/run-runner.js');
    const root = resolve(terminal.folder, options.store ?? '.plancc');
    await runRunner(root, options.runner!, terminal.interruption());
    return exitCodes.ok;
  },
});
