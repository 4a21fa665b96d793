import { defineCommand, dependency, exitCodes, json, quiet, setVersion } from '../command.js';
import { env, store } from '../environments/options.js';
import { report } from '../report.js';

export const ship = defineCommand({
  name: 'ship',
  describe: 'Bring a distribution to the environments, without deploying it',
  operands: [
    {
      name: 'what',
      default: 'this folder',
      describe: 'A distribution, or a plan or a folder with one, which is built',
      takes: 'zip',
    },
  ],
  options: {
    repair: {
      type: 'boolean',
      describe: 'Read all that the store has of the version, and replace what is damaged',
    },
    env: {
      ...env,
      describe: 'An environment that is to have it; where none is named, those of this machine',
    },
    'set-version': setVersion,
    dependency,
    store,
    json,
    quiet,
  },
  examples: [
    ['ship dist/webshop-1.4.0.zip', 'It can be deployed as webshop@1.4.0 from now on'],
    ['ship dist/webshop-1.4.0.zip --repair', 'After files of the store were lost or changed'],
  ],
  fails: 'Something is wrong with it, or the store has the version with another content',
  run: async ([what = '.'], given, terminal) => {
    const [{ environments }, { bring }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/bring.js'),
    ]);
    const options = { ...given, problemFormat: given.json ? 'json' : 'pretty' } as const;
    return environments(options, terminal, async (places) => {
      const { env } = options;
      const place = await (env === undefined ? places.local('begins') : places.of(env, 'begins'));
      const shipped = await bring(place, what);
      if (typeof shipped === 'number') return shipped;
      return options.json ? report([], shipped, options, terminal) : exitCodes.ok;
    });
  },
});
