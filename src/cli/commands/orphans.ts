import { defineCommand, json, quiet } from '../command.js';
import { env, store } from '../environments/options.js';

export const orphans = defineCommand({
  name: 'orphans',
  describe: 'List the stacks that states once made and nothing deployed owns; none is deleted',
  operands: [],
  options: { env, store, json, quiet },
  examples: [['orphans --env production', 'After states were renamed or taken out of a plan']],
  fails: 'There is no such environment, or its stacks cannot be listed',
  run: async (_operands, options, terminal) => {
    const [{ environments }, { orphans }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/orphans.js'),
    ]);
    return environments(options, terminal, orphans);
  },
});
