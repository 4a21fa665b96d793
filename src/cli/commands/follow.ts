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
    const [{ environments }, { follow }, { findDeployment }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/follow.js'),
      import('../environments/find.js'),
    ]);
    return environments({ ...options, jsonLines: true }, terminal, async (places) => {
      const kind = word === undefined ? { kind: 'running' as const } : {};
      const { place, named } = await findDeployment(places, { word, env: options.env, ...kind });
      return follow(await place.work(), named);
    });
  },
});
