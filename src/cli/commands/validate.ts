import type { Diagnostic } from '../../diagnostics/locate.js';
import { defineCommand, exitCodes, json, planOperand, quiet, setVersion } from '../command.js';
import { compilePlan, located } from '../compile-plan.js';
import { readPlanFile } from '../plan-file.js';
import { announce, countProblems, plural, report, say, suggest } from '../report.js';

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
    const version = options['set-version'];
    const plans = operands.length > 0 ? operands : ['.'];
    const found: (readonly Diagnostic[])[] = [];
    for (const argument of plans) {
      const plan = readPlanFile(argument, terminal);
      if ('text' in plan) announce(plan, options, terminal);
      found.push(
        'problems' in plan
          ? await located(plan.problems, plan.documents)
          : (await compilePlan(plan, plan.root, version)).diagnostics,
      );
    }
    const diagnostics = found.flat();
    const exitCode = report(diagnostics, {}, options, terminal);
    say(`${countProblems(diagnostics)} in ${plural(plans.length, 'plan')}`, options, terminal);
    if (exitCode === exitCodes.ok && plans.length === 1 && plans[0] !== '-')
      suggest(['build', ...operands, ...(version ? ['--set-version', version] : [])], options, terminal);
    return exitCode;
  },
});
