import { defineCommand, dependency, exitCodes, planOperand, quiet, setVersion } from '../command.js';
import { compileNamed, type NamedPlan } from '../compile-plan.js';
import { readDependencies, unusedDependencies } from '../dependencies.js';
import { formatOptions, withFormat } from '../problem-format.js';
import { countProblems, plural, report, say, suggest } from '../report.js';
import type { Terminal } from '../terminal.js';

export const validate = defineCommand({
  name: 'validate',
  describe: 'Check plans, and write nothing',
  operands: [{ ...planOperand, many: true }],
  options: { ...formatOptions, quiet, 'set-version': setVersion, dependency },
  examples: [
    ['validate', 'Check the plan of this folder'],
    ['validate network database webshop', 'Check the plans of three folders'],
    ['validate database --dependency network.zip', 'Check what it takes of another distribution as well'],
    ['validate - < plan.yaml', 'Check what comes from standard input'],
    ['validate machine.asl.json', 'Check a definition in Amazon States Language as Step Functions does'],
    ['validate --format sarif > plan.sarif', "For GitHub's code scanning and others that take SARIF"],
  ],
  fails: 'A plan has an error',
  run: async (operands, given, terminal) => {
    const dependencies = await readDependencies(given.dependency);
    const options = { ...withFormat(given), dependencies: dependencies.known };
    const named = operands.length > 0 ? operands : ['.'];
    const compiled: NamedPlan[] = [];
    for (const plan of named)
      compiled.push(await compileNamed(plan, options, terminal, 'plan or definition'));
    const unused = await unusedDependencies(
      dependencies,
      compiled.map(({ plan }) => plan),
    );
    const ofPlans = compiled.flatMap((plan) => plan.diagnostics);
    const diagnostics = [...ofPlans, ...dependencies.diagnostics, ...unused];
    const silenced = compiled.flatMap((plan) => plan.silenced);
    const exitCode = await report([...diagnostics, ...silenced], {}, options, terminal);
    if (options.problemFormat === 'github') await drawAll(compiled, terminal);
    say(`${countProblems(diagnostics)} in ${plural(named.length, 'plan')}`, options, terminal);
    const version = options['set-version'];
    if (exitCode === exitCodes.ok && named.length === 1 && named[0] !== '-')
      suggest(
        [
          'build',
          ...operands,
          ...(version ? ['--set-version', version] : []),
          ...(options.dependency ?? []).flatMap((file) => ['--dependency', file]),
        ],
        options,
        terminal,
      );
    return exitCode;
  },
});

async function drawAll(compiled: readonly NamedPlan[], terminal: Terminal): Promise<void> {
  const { draw } = await import('../github-report.js');
  for (const { plan } of compiled) if (plan !== undefined) draw(plan, terminal);
}
