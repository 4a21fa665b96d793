import { defineCommand, dependency, quiet, setVersion } from '../command.js';
import { env, jsonLines, noFollow, store, yes } from '../environments/options.js';

export const deploy = defineCommand({
  name: 'deploy',
  describe: 'Build, ship and deploy to an environment, and follow it',
  operands: [
    {
      name: 'what',
      default: 'this folder',
      describe:
        'A plan or a folder with one, a distribution, or a version that was shipped such as webshop@1.4.0',
      takes: 'plan',
    },
  ],
  options: {
    env,
    yes,
    'no-follow': noFollow,
    'set-version': setVersion,
    dependency,
    rehearse: {
      type: 'string',
      value: 'stack[:resource]',
      pattern: '^[A-Za-z][\\w-]*(:\\w+)?$',
      expected: 'the name of a stack, with or without a resource such as dev-shop:Table',
      many: true,
      describe: 'A stack that is to fail, to see what the plan does then',
    },
    store,
    json: jsonLines,
    quiet,
  },
  needs: ['env'],
  examples: [
    ['deploy --env dev', 'The plan of this folder; a local environment is made if it is not there'],
    ['deploy dist/webshop-1.4.0.zip --env staging', 'A distribution that was built before'],
    ['deploy webshop@1.4.0 --env production --yes', 'A version that was shipped; nobody is asked'],
    ['deploy --env dev --rehearse dev-shop:Table', 'How does the plan take it when this resource fails?'],
  ],
  fails: 'Something is wrong with what is deployed, or the deployment did not end well',
  run: async ([what = '.'], given, terminal) => {
    const [{ environments }, { deploy }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/deploy.js'),
    ]);
    const options = {
      ...given,
      env: given.env!,
      problemFormat: given.json ? 'json' : 'pretty',
      jsonLines: true,
    } as const;
    return environments(options, terminal, (places) => deploy(places, what));
  },
});
