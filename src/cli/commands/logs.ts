import { defineCommand, quiet } from '../command.js';
import { deploymentOperand, env, store } from '../environments/options.js';

export const logs = defineCommand({
  name: 'logs',
  describe: 'Show what the jobs of a deployment wrote',
  operands: [{ ...deploymentOperand, default: 'the newest' }],
  options: {
    env,
    state: { type: 'string', value: 'name', describe: 'One state, or one iteration such as Probe[0]' },
    follow: { type: 'boolean', alias: 'f', describe: 'Go on until the deployment ends' },
    store,
    json: { type: 'boolean', describe: 'Write each line as JSON' },
    quiet,
  },
  examples: [
    ['logs webshop --env staging', 'All jobs of the newest deployment'],
    ['logs webshop --env staging --state Migrate --follow', 'One state, while it runs'],
  ],
  fails: 'There is no such deployment, or no such state in it',
  run: async ([word], options, terminal) => {
    const [{ environments }, { logs }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/logs.js'),
    ]);
    return environments({ ...options, jsonLines: true }, terminal, (places) => logs(places, word));
  },
});
