import { defineCommand, quiet } from '../command.js';
import { network, whereabouts } from '../setup/options.js';

export const setup = defineCommand({
  name: 'setup',
  describe: 'Make or update what plancc needs in an account and region of AWS',
  operands: [
    {
      name: 'template',
      default: 'account',
      choices: ['account', 'environment'],
      describe: 'Which template is printed: that of an account and region, or that of an environment',
    },
  ],
  options: {
    ...whereabouts,
    ...network,
    'object-lock': {
      type: 'string',
      value: 'days',
      pattern: '^\\d{1,5}$',
      expected: 'a number of days',
      describe: 'How many days nobody can destroy what was put into the store; 0 for no such lock',
    },
    yes: { type: 'boolean', alias: 'y', describe: 'Do not ask' },
    print: { type: 'boolean', describe: 'Print the template of CloudFormation, and do nothing' },
    uninstall: {
      type: 'boolean',
      excludes: ['print'],
      describe: 'Remove it; the store stays as long as something is in it',
    },
    quiet,
  },
  examples: [
    ['setup --region eu-west-1', 'Says what it makes and which permissions that gives, and asks'],
    ['setup --region eu-west-1 --profile production --yes', 'After a new version of plancc, in a pipeline'],
    ['setup --print > plancc.json', 'The template, for those who make stacks in another way'],
    ['setup --uninstall --region eu-west-1', 'Refused as long as there are environments'],
  ],
  fails: 'AWS refuses it, or nobody agrees',
  run: async ([template = 'account'], options, terminal) => {
    if (options.print) {
      const [{ templateText }, { give }] = await Promise.all([
        import('../setup/framework.js'),
        import('../report.js'),
      ]);
      give(templateText(template === 'environment' ? 'environment' : 'account'), terminal);
      return 0;
    }
    const [{ told }, { setup }, { uninstall }] = await Promise.all([
      import('../environments/told.js'),
      import('../setup/index.js'),
      import('../setup/uninstall.js'),
    ]);
    return told(options, terminal, () => (options.uninstall ? uninstall : setup)(options, terminal));
  },
});
