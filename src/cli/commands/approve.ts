import { defineCommand, json, quiet } from '../command.js';
import { comment, deploymentOperand, env, store } from '../environments/options.js';

export const approve = defineCommand({
  name: 'approve',
  describe: 'Approve what a deployment waits for',
  operands: [{ ...deploymentOperand, default: 'the one that waits' }],
  options: {
    env,
    state: {
      type: 'string',
      value: 'name',
      describe: 'The state that waits, where several do; environment for what the environment itself demands',
    },
    comment,
    store,
    json,
    quiet,
  },
  examples: [
    ['approve', 'The only approval that waits, wherever it does'],
    ['approve webshop --state Approve --comment "tested by Ben"', 'A certain one, with a reason'],
  ],
  fails: 'Nothing waits, several wait and none is named, or you may not decide it',
  run: async ([word], options, terminal) => {
    const [{ working }, { decide }] = await Promise.all([
      import('../environments/place.js'),
      import('../environments/decide.js'),
    ]);
    return working(options, terminal, (place) => decide(place, word, 'approved'));
  },
});
