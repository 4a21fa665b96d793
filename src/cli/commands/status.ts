import { defineCommand, json, quiet } from '../command.js';
import { env, store } from '../environments/options.js';

export const status = defineCommand({
  name: 'status',
  describe: 'Show what runs where, since when, and what is going on',
  operands: [],
  options: { env, store, json, quiet },
  examples: [
    ['status', 'All environments'],
    ['status --env production', 'One of them'],
  ],
  fails: 'There is no such environment, or its store cannot be read',
  run: async (_operands, options, terminal) => {
    const [{ environments }, { status }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/status.js'),
    ]);
    return environments(options, terminal, status);
  },
});
