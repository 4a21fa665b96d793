import { defineCommand, planOperand, quiet, setVersion } from '../command.js';
import { env } from '../environments/options.js';
import { formatOptions, withFormat } from '../problem-format.js';

export const simulate = defineCommand({
  name: 'simulate',
  describe: 'Run a plan against mocked results, as its simulations say: tests of a plan',
  operands: [planOperand],
  options: {
    cases: {
      type: 'string',
      value: 'file',
      takes: 'file',
      excludes: ['env'],
      describe: 'The file with the cases, instead of `simulations.yaml` beside the plan',
    },
    env: {
      ...env,
      describe:
        'Run it once for this environment, and show the way it goes and its payload; dev without any cases',
    },
    ...formatOptions,
    quiet,
    'set-version': setVersion,
  },
  examples: [
    ['simulate', 'Run the cases of `simulations.yaml`, or the plan once where there are none'],
    ['simulate --env production', 'The way that the plan goes in production'],
    ['simulate webshop --cases webshop/nightly.yaml', 'The cases of another file'],
  ],
  fails: 'A case is not as expected, or something is wrong with the plan or what is beside it',
  run: async ([plan = '.'], given, terminal) => {
    const { simulate: run } = await import('../simulate/index.js');
    return run(plan, withFormat(given), terminal);
  },
});
