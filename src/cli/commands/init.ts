import { planName } from '../../language/values.js';
import { defineCommand, exitCodes, json, quiet } from '../command.js';
import { templateNames, templates } from '../init/templates.js';
import { give, report } from '../report.js';

export const init = defineCommand({
  name: 'init',
  describe: 'Set up a project: write a plan for what is there, or start from a template',
  operands: [
    {
      name: 'folder',
      default: 'this folder',
      describe: 'The folder of the project; it is made if it is not there',
      takes: 'folder',
    },
  ],
  options: {
    template: {
      type: 'string',
      alias: 't',
      value: 'template',
      choices: templateNames,
      describe: 'What to start from, instead of what is recognised; in an empty folder that is minimal',
    },
    name: {
      type: 'string',
      value: 'name',
      pattern: planName.pattern,
      expected: planName.expected,
      describe: 'The name of the plan, instead of one made of the name of the folder',
    },
    list: { type: 'boolean', describe: 'List the templates, and write nothing' },
    'dry-run': { type: 'boolean', describe: 'Say what would be written, and write nothing' },
    json,
    quiet,
  },
  examples: [
    ['init', 'A plan for the CDK app, SAM application or templates of this folder'],
    ['init shop --template cdk', 'A new CDK app in the folder shop'],
    ['init --list', 'The templates, each in a line'],
  ],
  fails: 'Something is in the way of what would be written, or nothing to deploy is recognised',
  run: async ([folder = '.'], options, terminal) => {
    if (options.list) {
      const listed = Object.entries(templates).map(([name, describe]) => ({ name, describe }));
      if (options.json) return report([], { templates: listed }, options, terminal);
      give(listed.map(({ name, describe }) => `${name.padEnd(10)} ${describe}\n`).join(''), terminal);
      return exitCodes.ok;
    }
    const { setUp } = await import('../init/index.js');
    return setUp(
      folder,
      { ...options, template: templateNames.find((name) => name === options.template) },
      terminal,
    );
  },
});
