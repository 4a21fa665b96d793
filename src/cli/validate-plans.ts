import { type ExitCode, exitCodes } from './command.js';
import { type CompileOptions, compileNamed, type NamedPlan } from './compile-plan.js';
import { readDependencies, unusedDependencies } from './dependencies.js';
import type { FixedPlace } from './fix/index.js';
import { withFormat } from './problem-format.js';
import { countProblems, plural, report, say, suggest } from './report.js';
import type { Terminal } from './terminal.js';

export interface ValidateOptions extends Omit<CompileOptions, 'json' | 'problemFormat'> {
  readonly json: boolean;
  readonly format: string | undefined;
  readonly fix: boolean;
  readonly watch: boolean;
  readonly dependency: readonly string[] | undefined;
}

/** Checks plans once, and shows what is wrong with them. */
export async function validatePlans(
  named: readonly string[],
  given: ValidateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const dependencies = await readDependencies(given.dependency);
  const options = { ...withFormat(given), dependencies: dependencies.known };
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
    suggest(['validate', '--fix', ...(named.length > 1 || named[0] !== '.' ? named : [])], options, terminal);
  const version = options['set-version'];
  if (exitCode === exitCodes.ok && named.length === 1 && named[0] !== '-')
    suggest(
      [
        'build',
        ...(named.length > 1 || named[0] !== '.' ? named : []),
        ...(version ? ['--set-version', version] : []),
        ...(options.dependency ?? []).flatMap((file) => ['--dependency', file]),
      ],
      options,
      terminal,
    );
  return exitCode;
}

type Checked = NamedPlan & { readonly fixed?: readonly FixedPlace[] };

async function check(
  plan: string,
  options: CompileOptions & { readonly fix: boolean },
  terminal: Terminal,
): Promise<Checked> {
  if (!options.fix) return compileNamed(plan, options, terminal, 'plan or definition');
  const { fixNamed } = await import('./fix/index.js');
  return fixNamed(plan, options, terminal);
}

const told = ({ code, file, start, was, text }: FixedPlace): string =>
  `${file}:${start.line}:${start.column}: fixed[${code}]: wrote \`${text}\` for \`${was}\``;

const asData = ({ start: { line, column, offset }, ...fixed }: FixedPlace) => ({
  ...fixed,
  start: { line, column, offset },
});

async function drawAll(compiled: readonly NamedPlan[], terminal: Terminal): Promise<void> {
  const { draw } = await import('./github-report.js');
  for (const { plan } of compiled) if (plan !== undefined) draw(plan, terminal);
}
