import { defineCommand, quiet } from '../command.js';
import { deploymentOperand, env, jsonLines, noFollow, store, yes } from '../environments/options.js';

export const retry = defineCommand({
  name: 'retry',
  describe: 'Let a deployment that failed go on from the states that failed',
  operands: [{ ...deploymentOperand, default: 'the only one that can be retried' }],
  options: { env, yes, 'no-follow': noFollow, store, json: jsonLines, quiet },
  examples: [
    ['retry webshop --env staging', 'The newest deployment of a distribution'],
    ['retry', 'The only deployment that failed, wherever it did'],
  ],
  fails: 'It cannot go on, it is not clear which one is meant, or it did not end well again',
  run: async ([word], options, terminal) => {
    const [{ environments }, { retry }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/retry.js'),
    ]);
    return environments({ ...options, jsonLines: true }, terminal, (places) => retry(places, word));
  },
});
