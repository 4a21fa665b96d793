import { listed } from '../../diagnostics/suggest.js';
import { defineCommand, dependency, planOperand, quiet, setVersion } from '../command.js';
import { formatOptions } from '../problem-format.js';
import { say } from '../report.js';
import type { Terminal } from '../terminal.js';
import { type ValidateOptions, validatePlans } from '../validate-plans.js';

export const validate = defineCommand({
  name: 'validate',
  describe: 'Check plans; with --fix, correct what is certain',
  operands: [{ ...planOperand, many: true }],
  options: {
    fix: {
      type: 'boolean',
      excludes: ['-'],
      describe: 'Correct mistakes that leave no doubt about what is meant, such as misspelt names',
    },
    watch: {
      type: 'boolean',
      alias: 'w',
      excludes: ['fix', 'json', 'format', '-'],
      describe: 'Check again whenever the plan, or a file that it names, changes; Ctrl-C ends it',
    },
    ...formatOptions,
    quiet,
    'set-version': setVersion,
    dependency,
  },
  examples: [
    ['validate', 'Check the plan of this folder'],
    ['validate network database webshop', 'Check the plans of three folders'],
    ['validate --fix', 'Correct misspelt names, missing quotes and their like in the plan itself'],
    [
      'validate database --dependency network/dist/network-1.4.0.zip',
      'Check what it takes of another distribution as well',
    ],
    ['validate - < plan.yaml', 'Check what comes from standard input'],
    ['validate machine.asl.json', 'Check a definition in Amazon States Language as Step Functions does'],
    ['validate --format sarif > plan.sarif', "For GitHub's code scanning and others that take SARIF"],
  ],
  fails: 'A plan has an error',
  run: async (operands, options, terminal) => {
    const plans = operands.length > 0 ? operands : ['.'];
    return options.watch ? keepValidating(plans, options, terminal) : validatePlans(plans, options, terminal);
  },
});

/** Goes on until it is interrupted, which ends it by an exception. */
async function keepValidating(
  plans: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<never> {
  const [{ watch }, { plansAt }, { relative }] = await Promise.all([
    import('../watch.js'),
    import('../plan-file.js'),
    import('node:path'),
  ]);
  const signal = terminal.interruption();
  for (;;) {
    const { look, changed } = watch();
    for (const path of [...plans.flatMap(plansAt), ...(options.dependency ?? [])]) look(path);
    await validatePlans(plans, { ...options, onLook: look }, terminal);
    say('watching; Ctrl-C ends it', options, terminal);
    const paths = await changed(signal);
    say(['', `changed: ${listed(paths.map((path) => relative(terminal.folder, path)))}`], options, terminal);
  }
}
