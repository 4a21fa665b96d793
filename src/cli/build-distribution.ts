import { join } from 'node:path';
import type { ManifestHeader } from '../distribution/manifest.js';
import type { Packed } from '../distribution/pack.js';
import type { ExitCode } from './command.js';
import {
  type CompiledPlan,
  type CompileOptions,
  compilePlan,
  inFolder,
  located,
  withDocumentsOf,
} from './compile-plan.js';
import { type Dependencies, readDependencies, unusedDependencies } from './dependencies.js';
import { manifestHeader, packagePatterns } from './package.js';
import { type PlanFile, readPlanFile } from './plan-file.js';
import { inPreparedProject } from './prepare.js';
import { showProgress } from './progress.js';
import { announce, report } from './report.js';
import type { Terminal } from './terminal.js';

export interface BuildOptions extends Omit<CompileOptions, 'dependencies'> {
  readonly dependency: readonly string[] | undefined;
  /** Instead of dist/<name>-<version>.zip in the project. */
  readonly out: string | undefined;
  /** Where the parts are written as well. */
  readonly 'out-dir'?: string | undefined;
}

/** A distribution, with what is to be said of its plan. */
export interface Built {
  readonly packed: Packed & { readonly file: string };
  readonly header: ManifestHeader;
  readonly compiled: CompiledPlan;
  /** The id of what was in its place. */
  readonly replaced: string | undefined;
}

/** Compiles the plan that an argument names and packs its project. What keeps it from that is reported. */
export async function buildDistribution(
  argument: string,
  options: BuildOptions,
  terminal: Terminal,
): Promise<Built | ExitCode> {
  const dependencies = await readDependencies(options.dependency);
  if (dependencies.diagnostics.some(({ severity }) => severity === 'error'))
    return report(dependencies.diagnostics, {}, options, terminal);
  const plan = readPlanFile(argument, terminal);
  if ('problems' in plan) return report(await located(plan.problems, plan.documents), {}, options, terminal);
  return inPreparedProject(plan, { ...options, dependencies: dependencies.known }, terminal, (root) =>
    buildFrom(root, plan, dependencies, options, terminal),
  );
}

/** Compiles and packs what is in `root`: the project, or its copy in which commands have run. */
async function buildFrom(
  root: string,
  plan: PlanFile,
  dependencies: Dependencies,
  options: BuildOptions,
  terminal: Terminal,
): Promise<Built | ExitCode> {
  announce(plan, options, terminal);
  const alone = await compilePlan(plan, root, { ...options, dependencies: dependencies.known }, true);
  const unused = await unusedDependencies(dependencies, [alone.plan]);
  const compiled = {
    ...alone,
    diagnostics: [...alone.diagnostics, ...dependencies.diagnostics, ...unused],
  };
  const { output } = compiled;
  if (output === undefined) return report(compiled.diagnostics, {}, options, terminal);
  const header = manifestHeader(compiled.plan!, output, plan.root);
  const file = options.out ?? join(plan.folder, 'dist', `${header.name}-${header.version}.zip`);
  // From here on something is written, which an interruption has to take away; until here it ends the process at once.
  const signal = terminal.interruption();
  const partsFolder = options['out-dir'];
  const unwritten =
    partsFolder === undefined
      ? []
      : (await import('./write-parts.js')).writeParts(output, partsFolder, plan.root);
  if (unwritten.length > 0) return report(await located(unwritten), {}, options, terminal);

  const [{ pack }, { earlierId }] = await Promise.all([
    import('../distribution/pack.js'),
    import('../distribution/earlier-id.js'),
  ]);
  const replaced = earlierId(file);
  const progress = options.quiet ? undefined : showProgress('packing', terminal.err, signal);
  const packed = await pack({
    root,
    header,
    parts: output.parts,
    assets: output.assets,
    needed: output.files,
    ...packagePatterns(compiled.plan!),
    output: file,
    onProgress: progress?.update,
    signal,
  }).finally(() => progress?.end());
  if ('problems' in packed) {
    const shown = inFolder(plan.folder);
    const documents = await withDocumentsOf(packed.problems, compiled.documents, root);
    const found = await located(packed.problems, documents, (path) => (path === file ? file : shown(path)));
    return report([...compiled.diagnostics, ...found], {}, options, terminal);
  }
  const warnings = await located(packed.warnings, undefined, inFolder(plan.folder));
  const all = { ...compiled, diagnostics: [...compiled.diagnostics, ...warnings] };
  return { packed: { ...packed, file }, header, compiled: all, replaced };
}
