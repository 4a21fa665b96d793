import { concurrency, environmentName } from '../../language/values.js';
import { defineCommand, exitCodes, json, quiet } from '../command.js';
import { store, yes } from '../environments/options.js';
import { twoLines } from '../mistakes.js';
import { network, whereabouts } from '../setup/options.js';

export const env = defineCommand({
  name: 'env',
  describe: 'Make, list, describe or remove environments',
  operands: [
    {
      name: 'action',
      required: true,
      choices: ['create', 'list', 'describe', 'remove'],
      describe: 'What to do',
    },
    { name: 'environment', describe: 'Which one; for all but list' },
  ],
  options: {
    kind: {
      type: 'string',
      value: 'kind',
      choices: ['test', 'production'],
      describe: 'Deployments to production ask first; test where nothing is said',
    },
    concurrency: {
      type: 'string',
      value: 'policy',
      choices: concurrency.enum,
      describe:
        'What a deployment does while another one of the same distribution goes on; plans may say otherwise',
    },
    approvals: {
      type: 'string',
      value: 'count',
      pattern: '^\\d{1,2}$',
      expected: 'a number from 0 to 99',
      describe:
        'How many others than the one who deploys have to approve every deployment; on one machine, other users of it',
    },
    region: {
      ...whereabouts.region,
      excludes: ['store'],
      describe: 'The region of AWS that it is made in; on this machine where nothing is said',
    },
    profile: whereabouts.profile,
    'role-arn': whereabouts['role-arn'],
    'execution-policies': {
      type: 'string',
      value: 'arns',
      pattern: '^arn:aws[\\w-]*:iam::(\\d{12}|aws):policy/\\S+$',
      expected: 'ARNs of policies, with commas between them',
      describe:
        'In AWS: what CloudFormation may do there, as policies with commas between them; AdministratorAccess where nothing is said',
    },
    ...network,
    yes,
    store,
    json,
    quiet,
  },
  examples: [
    [
      'env create production --kind production --approvals 1',
      'Deployments ask, and one other person approves',
    ],
    [
      'env create production --region eu-west-1 --profile production --kind production',
      'In AWS, where `plancc setup` has been run; environments.yaml then says where it is',
    ],
    ['env list', 'Which there are'],
    ['env describe dev', 'How it is set up, and what runs in it'],
    ['env remove dev', 'Asks where it is production; its history stays, and so does what runs in it'],
  ],
  fails: 'There is no such environment or one already, or deployments go on in it',
  run: async ([action, name], options, terminal) => {
    const mistake = nameMistake(action!, name);
    if (mistake !== undefined) {
      terminal.err.write(twoLines({ kind: 'mistake', ...mistake }));
      return exitCodes.usage;
    }
    const [{ environments }, { create }, { describe, list, remove }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/env-create.js'),
      import('../environments/env.js'),
    ]);
    return environments(options, terminal, async (places) => {
      switch (action) {
        case 'create':
          return create(places, name!);
        case 'remove':
          return remove(places, name!);
        case 'describe':
          return describe(await places.of(name!), name!);
        default:
          return list(places);
      }
    });
  },
});

function nameMistake(action: string, name: string | undefined) {
  if (action === 'list')
    return name === undefined
      ? undefined
      : { message: `\`${name}\` is one argument too many`, help: 'write `plancc env list`' };
  if (name === undefined)
    return {
      message: `\`plancc env ${action}\` needs an environment`,
      help: `for example \`plancc env ${action} dev\``,
    };
  return new RegExp(environmentName.pattern).test(name)
    ? undefined
    : {
        message: `\`${name}\` cannot be the name of an environment`,
        help: `write ${environmentName.expected}`,
      };
}
