import { version } from '../../language/values.js';
import { defineCommand, quiet } from '../command.js';
import { env, jsonLines, noFollow, store, yes } from '../environments/options.js';

export const rollback = defineCommand({
  name: 'rollback',
  describe: 'Deploy an earlier version again; nothing is built',
  operands: [{ name: 'name', required: true, describe: 'The distribution' }],
  options: {
    env,
    to: {
      type: 'string',
      value: 'version',
      pattern: version.pattern,
      expected: version.expected,
      describe: 'Which version, instead of the one that last ran well before',
    },
    yes,
    'no-follow': noFollow,
    store,
    json: jsonLines,
    quiet,
  },
  needs: ['env'],
  examples: [
    ['rollback webshop --env production', 'Back to what ran before'],
    ['rollback webshop --env production --to 1.3.2', 'Back to a version of your choice'],
  ],
  fails: 'There is nothing to go back to, or the deployment did not end well',
  run: async ([name], given, terminal) => {
    const [{ environments }, { rollback }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/rollback.js'),
    ]);
    return environments({ ...given, env: given.env!, jsonLines: true }, terminal, (places) =>
      rollback(places, name!),
    );
  },
});
