import type { Emitted } from '../../compiler/emit/index.js';
import type { Problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import type { ExitCode } from '../command.js';
import { type CompileOptions, compilePlan, inFolder, located, unread } from '../compile-plan.js';
import type { Origins } from '../follow/visits.js';
import { readPlanFile } from '../plan-file.js';
import { announce, forPrograms, give, report } from '../report.js';
import type { Terminal } from '../terminal.js';
import type { Places } from './ended.js';
import { unmet } from './expect.js';
import { type Given, readGiven } from './given.js';
import { runCase, type Simulated } from './run.js';
import { asData, type Simulation, shown } from './show.js';
import type { Case } from './simulations.js';

export interface SimulateOptions extends CompileOptions {
  /** The file with the cases, from the current folder. */
  readonly cases: string | undefined;
  readonly env: string | undefined;
}

/** Runs the simulations of a plan and says what came of them; exit code 1 when one is not as expected. */
export async function simulate(
  argument: string,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = readPlanFile(argument, terminal);
  if ('problems' in file) return report((await unread(file)).diagnostics, {}, options, terminal);
  announce(file, options, terminal);
  const { plan, output, diagnostics } = await compilePlan(file, file.root, options);
  if (plan === undefined || output === undefined) return report(diagnostics, {}, options, terminal);

  const given = readGiven(plan, file, options.cases, terminal);
  const named = (path: string) =>
    path === given.casesFile && options.cases !== undefined ? options.cases : inFolder(file.folder)(path);
  const reported = async (problems: readonly Problem[], result: object) =>
    report(await located(problems, given.documents, named), result, options, terminal);
  if (given.problems.length > 0) return reported(given.problems, {});

  const simulated: Simulated = { plan, output, origins: originsIn(output), mocks: given.mocks };
  const simulations: Simulation[] = [];
  for (const [name, one] of casesOf(given, options.env)) {
    const ran = await runCase(simulated, one);
    simulations.push({ ...ran, name, problems: unmet(one.Expect ?? {}, ran, placesOf(plan, given, name)) });
  }
  if (!forPrograms(options)) give(simulations.map(shown).join(''), terminal);
  const problems = simulations.flatMap((simulation) => simulation.problems);
  return reported(problems, { cases: simulations.map(asData) });
}

/** Without a file of cases, or when an environment is named, there is one without a name. */
const casesOf = (
  { cases }: Given,
  environment: string | undefined,
): Iterable<readonly [string | undefined, Case]> =>
  environment === undefined && cases !== undefined
    ? cases
    : [[undefined, { Environment: environment ?? 'dev' }]];

/** Origins of the states of the definition, as a distribution has them in its source map. */
const originsIn = ({ sourceMap }: Emitted): Origins =>
  new Map(Object.entries(sourceMap.states as { readonly [name: string]: { state: string; type: string } }));

/** What a case is not as expected in stands in the file of the cases; without one, it is said of the plan. */
function placesOf(plan: Plan, { casesFile }: Given, name: string | undefined): Places {
  const { file } = plan.document;
  return {
    expected: (...below) => {
      if (casesFile === undefined || name === undefined) return { file };
      const path = ['Cases', name];
      if (below.length === 0) return { file: casesFile, path, on: 'key' };
      return { file: casesFile, path: [...path, 'Expect', ...below] };
    },
    state: (state) => ({ file, path: plan.states.find((one) => one.name === state)!.path, on: 'key' }),
  };
}
