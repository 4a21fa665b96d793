import type { Diagnostic } from '../../diagnostics/locate.js';
import { defineCommand, json, planOperand, quiet, setVersion } from '../command.js';
import { compilePlan, located } from '../compile-plan.js';
import { readPlanFile } from '../plan-file.js';
import { countProblems, plural, report, say } from '../report.js';

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
    for (const argument of plans) {
      const plan = readPlanFile(argument, terminal);
      found.push(
        'problems' in plan
          ? await located(plan.problems, plan.documents)
          : (await compilePlan(plan, plan.root, options['set-version'])).diagnostics,
      );
    }
    const diagnostics = found.flat();
    const exitCode = report(diagnostics, {}, options, terminal);
    say(`${countProblems(diagnostics)} in ${plural(plans.length, 'plan')}`, options, terminal);
    return exitCode;
  },
});
