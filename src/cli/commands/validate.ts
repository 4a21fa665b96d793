import { defineCommand, dependency, exitCodes, planOperand, quiet, setVersion } from '../command.js';
import { type CompileOptions, compileNamed, type NamedPlan } from '../compile-plan.js';
import { readDependencies, unusedDependencies } from '../dependencies.js';
import type { FixedPlace } from '../fix/index.js';
import { formatOptions, withFormat } from '../problem-format.js';
import { countProblems, plural, report, say, suggest } from '../report.js';
import type { Terminal } from '../terminal.js';

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
  run: async (operands, given, terminal) => {
    const dependencies = await readDependencies(given.dependency);
    const options = { ...withFormat(given), dependencies: dependencies.known };
    const named = operands.length > 0 ? operands : ['.'];
    const compiled: Checked[] = [];
    for (const plan of named) compiled.push(await check(plan, options, terminal));
    const unused = await unusedDependencies(
      dependencies,
      compiled.map(({ plan }) => plan),
    );
    const ofPlans = compiled.flatMap((plan) => plan.diagnostics);
    const diagnostics = [...ofPlans, ...dependencies.diagnostics, ...unused];
    const silenced = compiled.flatMap((plan) => plan.silenced);
    const fixed = compiled.flatMap((plan) => plan.fixed ?? []);
    say(fixed.map(told), options, terminal);
    const result = options.fix ? { fixed: fixed.map(asData) } : {};
    const exitCode = await report([...diagnostics, ...silenced], result, options, terminal);
    if (options.problemFormat === 'github') await drawAll(compiled, terminal);
    say(`${countProblems(diagnostics)} in ${plural(named.length, 'plan')}`, options, terminal);
    const fixable = compiled.some(({ problems }) => problems.some(({ fix }) => fix !== undefined));
    if (fixable && !options.fix && !named.includes('-'))
      suggest(['validate', '--fix', ...operands], options, terminal);
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

type Checked = NamedPlan & { readonly fixed?: readonly FixedPlace[] };

async function check(
  plan: string,
  options: CompileOptions & { readonly fix: boolean },
  terminal: Terminal,
): Promise<Checked> {
  if (!options.fix) return compileNamed(plan, options, terminal, 'plan or definition');
  const { fixNamed } = await import('../fix/index.js');
  return fixNamed(plan, options, terminal);
}

const told = ({ code, file, start, was, text }: FixedPlace): string =>
  `${file}:${start.line}:${start.column}: fixed[${code}]: wrote \`${text}\` for \`${was}\``;

const asData = ({ start: { line, column, offset }, ...fixed }: FixedPlace) => ({
  ...fixed,
  start: { line, column, offset },
});

async function drawAll(compiled: readonly NamedPlan[], terminal: Terminal): Promise<void> {
  const { draw } = await import('../github-report.js');
  for (const { plan } of compiled) if (plan !== undefined) draw(plan, terminal);
}
