import type { Diagnostic } from '../../diagnostics/locate.js';
import { defineCommand, exitCodes, json, planOperand, quiet, setVersion } from '../command.js';
import { compileNamed } from '../compile-plan.js';
import { countProblems, plural, report, say, suggest } from '../report.js';

export const validate = defineCommand({
  name: 'validate',
  describe: 'Check plans, and write nothing',
  operands: [{ ...planOperand, many: true }],
  options: { json, quiet, 'set-version': setVersion },
  examples: [
    ['validate', 'Check the plan of this folder'],
    ['validate network database webshop', 'Check the plans of three folders'],
    ['validate - < plan.yaml', 'Check what comes from standard input'],
  ],
  fails: 'A plan has an error',
  run: async (operands, options, terminal) => {
    const plans = operands.length > 0 ? operands : ['.'];
    const found: (readonly Diagnostic[])[] = [];
    for (const plan of plans) found.push((await compileNamed(plan, options, terminal)).diagnostics);
    const diagnostics = found.flat();
    const exitCode = report(diagnostics, {}, options, terminal);
    say(`${countProblems(diagnostics)} in ${plural(plans.length, 'plan')}`, options, terminal);
    const version = options['set-version'];
    if (exitCode === exitCodes.ok && plans.length === 1 && plans[0] !== '-')
      suggest(['build', ...operands, ...(version ? ['--set-version', version] : [])], options, terminal);
    return exitCode;
  },
});
