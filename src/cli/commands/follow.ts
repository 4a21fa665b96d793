import { defineCommand, quiet } from '../command.js';
import { deploymentOperand, env, jsonLines, store } from '../environments/options.js';

export const follow = defineCommand({
  name: 'follow',
  describe: 'Show what happens in a deployment until it ends',
  operands: [{ ...deploymentOperand, default: 'the newest that goes on' }],
  options: { env, store, json: jsonLines, quiet },
  examples: [
    ['follow', 'The newest deployment that goes on, anywhere'],
    ['follow webshop --env staging', 'The newest one of a distribution'],
    ['follow webshop --env staging --json', 'One object a line, for programs'],
  ],
  fails: 'The deployment did not end well, or there is none',
  run: async ([word], options, terminal) => {
    const [{ working }, { follow }, { findDeployment }] = await Promise.all([
      import('../environments/place.js'),
      import('../environments/follow.js'),
      import('../environments/find.js'),
    ]);
    return working({ ...options, jsonLines: true }, terminal, async (place) => {
      const kind = word === undefined ? { kind: 'running' as const } : {};
      return follow(place, await findDeployment(place, { word, env: options.env, ...kind }));
    });
  },
});
