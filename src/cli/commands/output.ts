import { defineCommand, json, quiet } from '../command.js';
import { env, store } from '../environments/options.js';

export const output = defineCommand({
  name: 'output',
  describe: 'Show the outputs of a distribution that runs',
  operands: [
    {
      name: 'name',
      required: true,
      describe: 'The distribution; or the id of a deployment, for what that one gave',
    },
  ],
  options: { env, store, json, quiet },
  examples: [
    ['output webshop --env staging', 'What others can depend on'],
    ['output webshop --env staging --json', 'The same for a script'],
  ],
  fails: 'It does not run there, or the store cannot be read',
  run: async ([name], options, terminal) => {
    const [{ environments }, { output }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/output.js'),
    ]);
    return environments(options, terminal, (places) => output(places, name!));
  },
});
