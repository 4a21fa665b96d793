import { defineCommand, exitCodes, quiet } from '../command.js';
import { env, jsonLines, noFollow, store, yes } from '../environments/options.js';
import { twoLines } from '../mistakes.js';

const { alias: _, ...named } = env;

export const promote = defineCommand({
  name: 'promote',
  describe: 'Deploy to another environment the very version that runs in one',
  operands: [
    { name: 'name', required: true, describe: 'The distribution, or a version of it such as webshop@1.4.0' },
  ],
  options: {
    from: { ...named, describe: 'The environment it runs in' },
    to: { ...named, describe: 'The environment it is to run in' },
    'to-store': { ...store, describe: 'The folder of that environment, where it is another one' },
    yes,
    'no-follow': noFollow,
    store,
    json: jsonLines,
    quiet,
  },
  examples: [
    ['promote webshop --from staging --to production', 'What runs in staging, with the same id'],
    ['promote webshop@1.4.0 --from staging --to production --yes', 'This version, and nobody is asked'],
  ],
  fails: 'It does not run there, or the deployment did not end well',
  run: async ([name], given, terminal) => {
    const { from, to } = given;
    if (from === undefined || to === undefined) {
      const message = '`plancc promote` needs `--from` and `--to`';
      const help = 'for example `plancc promote webshop --from staging --to production`';
      terminal.err.write(twoLines({ kind: 'mistake', message, help }));
      return exitCodes.usage;
    }
    const { promote } = await import('../environments/promote.js');
    return promote(name!, { ...given, from, to, jsonLines: true }, terminal);
  },
});
