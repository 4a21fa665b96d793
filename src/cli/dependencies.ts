import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { listed } from '../diagnostics/suggest.js';
import type { KnownDependency, Plan } from '../language/plan.js';
import { located } from './compile-plan.js';

/** The distributions of `--dependency`, by name. */
export interface Dependencies {
  readonly known: ReadonlyMap<string, KnownDependency & { readonly file: string }>;
  /** Of those that cannot be read, and of a second one of a name. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the manifests of the distributions that were given; their other files are not looked at. */
export async function readDependencies(files: readonly string[] = []): Promise<Dependencies> {
  const known: Map<string, KnownDependency & { readonly file: string }> = new Map();
  if (files.length === 0) return { known, diagnostics: [] };
  const { readDistribution } = await import('../distribution/read.js');
  const problems: Problem[] = [];
  for (const file of files) {
    const read = await readDistribution(file);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const { name, version, outputs = {} } = read.manifest;
    const first = known.get(name)?.file;
    if (first === undefined) {
      // Outputs are a template of Amazon States Language, where the keys of paths end in `.$`.
      const names = Object.keys(outputs).map((key) => key.replace(/\.\$$/, ''));
      known.set(name, { version, outputs: names, file });
    } else {
      const reason = `\`${first}\` is \`${name}\` too`;
      problems.push(problem('PLAN6120', { file }, { reason }, { help: 'give one of them' }));
    }
  }
  return { known, diagnostics: await located(problems) };
}

/** Warnings of distributions that none of the plans depends on; none while a plan is not known. */
export async function unusedDependencies(
  { known }: Dependencies,
  plans: readonly (Plan | undefined)[],
): Promise<readonly Diagnostic[]> {
  if (plans.includes(undefined)) return [];
  const names = [...new Set(plans.flatMap((plan) => [...plan!.dependencies.keys()]))];
  const problems = [...known].flatMap(([name, { version, file }]) => {
    if (names.includes(name)) return [];
    const there = names.length === 0 ? '' : `; dependencies there are: ${listed(names)}`;
    const help = `add \`${name}: ^${version}\` to \`Dependencies\`, or leave \`--dependency ${file}\` out${there}`;
    const reason = `\`${name}\` is not among the \`Dependencies\` of ${plans.length === 1 ? 'the plan' : 'any plan'}`;
    return [problem('PLAN6120', { file }, { reason }, { help })];
  });
  return located(problems);
}
