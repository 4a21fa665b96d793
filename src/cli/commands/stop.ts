import { defineCommand, json, quiet } from '../command.js';
import { deploymentOperand, env, store } from '../environments/options.js';

export const stop = defineCommand({
  name: 'stop',
  describe: 'End a deployment that goes on; what it has changed stays changed',
  operands: [{ ...deploymentOperand, default: 'the only one that goes on' }],
  options: { env, store, json, quiet },
  examples: [
    [
      'stop webshop --env staging',
      'The deployment of a distribution that goes on; those that queue behind it stay',
    ],
  ],
  fails: 'Nothing goes on, or it is not clear which one is meant',
  run: async ([word], options, terminal) => {
    const [{ environments }, { stop }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/stop.js'),
    ]);
    return environments(options, terminal, (places) => stop(places, word));
  },
});
