import { defineCommand, json, quiet } from '../command.js';
import { env, store } from '../environments/options.js';

export const history = defineCommand({
  name: 'history',
  describe: 'List deployments, the newest first',
  operands: [{ name: 'name', default: 'all', describe: 'The distribution whose deployments are meant' }],
  options: {
    env,
    limit: {
      type: 'string',
      value: 'count',
      pattern: '^[1-9]\\d{0,8}$',
      expected: 'a number from 1',
      describe: 'How many at most; 20 where nothing is said',
    },
    store,
    json,
    quiet,
  },
  examples: [
    ['history', 'The last deployments to all environments'],
    ['history webshop --env production --limit 5', 'The last five of one distribution'],
  ],
  fails: 'There is no such environment or distribution, or the store cannot be read',
  run: async ([name], options, terminal) => {
    const [{ environments }, { history }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/history.js'),
    ]);
    return environments(options, terminal, (places) => history(places, name));
  },
});
