import { join } from 'node:path';
import type { Packed } from '../../distribution/pack.js';
import {
  defineCommand,
  dependency,
  type ExitCode,
  planOperand,
  quiet,
  setVersion,
  type Values,
} from '../command.js';
import { type CompiledPlan, compilePlan, inFolder, located, withDocumentsOf } from '../compile-plan.js';
import { type Dependencies, readDependencies, unusedDependencies } from '../dependencies.js';
import { manifestHeader, packagePatterns } from '../package.js';
import { type PlanFile, readPlanFile } from '../plan-file.js';
import { inPreparedProject } from '../prepare.js';
import { formatOptions, withFormat } from '../problem-format.js';
import { showProgress, size } from '../progress.js';
import { announce, forPrograms, give, plural, report, say, suggest } from '../report.js';
import type { Terminal } from '../terminal.js';

const options = {
  ...formatOptions,
  quiet,
  'set-version': setVersion,
  dependency,
  out: {
    type: 'string',
    alias: 'o',
    value: 'zip',
    takes: 'zip',
    pattern: '^(?!-$)',
    expected: 'a file; a distribution is not written to standard output',
    describe: 'Where to write the distribution, instead of dist/<name>-<version>.zip in the project',
  },
  'out-dir': {
    type: 'string',
    value: 'folder',
    takes: 'folder',
    describe: 'Write definition, template, source map and graph there as well, as files',
  },
} as const;
type BuildOptions = ReturnType<typeof withFormat<Values<typeof options>>>;

export const build = defineCommand({
  name: 'build',
  describe: 'Compile a plan and pack its project into a distribution',
  operands: [planOperand],
  options,
  examples: [
    ['build', 'Build the plan of this folder'],
    ['build webshop --set-version 1.4.1', 'The version comes from a release, not from the plan'],
    ['build --out-dir dist/parts', 'Keep what the compiler made as files'],
  ],
  fails: 'Nothing was built: there is an error in the plan or the project',
  run: async ([argument = '.'], given, terminal) => {
    const dependencies = await readDependencies(given.dependency);
    const options = { ...withFormat(given), dependencies: dependencies.known };
    if (dependencies.diagnostics.some(({ severity }) => severity === 'error'))
      return report(dependencies.diagnostics, {}, options, terminal);
    const plan = readPlanFile(argument, terminal);
    if ('problems' in plan)
      return report(await located(plan.problems, plan.documents), {}, options, terminal);
    return inPreparedProject(plan, options, terminal, (root) =>
      buildFrom(root, plan, dependencies, options, terminal),
    );
  },
});

/** Compiles and packs what is in `root`: the project, or its copy in which commands have run. */
async function buildFrom(
  root: string,
  plan: PlanFile,
  dependencies: Dependencies,
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
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
      : (await import('../write-parts.js')).writeParts(output, partsFolder, plan.root);
  if (unwritten.length > 0) return report(await located(unwritten), {}, options, terminal);

  const [{ pack }, { earlierId }] = await Promise.all([
    import('../../distribution/pack.js'),
    import('../../distribution/earlier-id.js'),
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
  return tell({ ...packed, file }, header, replaced, all, options, terminal);
}

async function tell(
  { file, id, size: bytes, files }: Packed,
  { name, version }: { readonly name: string; readonly version: string },
  replaced: string | undefined,
  { plan, diagnostics, silenced }: CompiledPlan,
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const result = { file, name, version, id, size: bytes, files };
  const exitCode = await report([...diagnostics, ...silenced], result, options, terminal);
  if (options.problemFormat === 'github') (await import('../github-report.js')).draw(plan!, terminal);
  if (!forPrograms(options)) give(`${file}\n`, terminal);
  const lines = [
    `built ${name} ${version}: ${plural(files, 'file')}, ${size(bytes)}`,
    `  id    ${id}`,
    ...(options['out-dir'] === undefined ? [] : [`  parts ${options['out-dir']}`]),
    ...(replaced === undefined || replaced === id
      ? []
      : [`  was   ${replaced}: if that one was shipped as ${version}, raise the version`]),
  ];
  say(lines, options, terminal);
  suggest(['inspect', file], options, terminal);
  return exitCode;
}
