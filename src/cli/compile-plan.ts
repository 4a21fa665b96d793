import { join } from 'node:path';
import type { Compiled } from '../compiler/index.js';
import type { Diagnostic, Locatable } from '../diagnostics/diagnostic.js';
import { hasErrors, type Problem } from '../diagnostics/problem.js';
import { silenceWord } from '../diagnostics/silence-word.js';
import type { KnownDependency } from '../language/plan.js';
import { type NoPlanFile, type PlanFile, readPlanFile } from './plan-file.js';
import { announce, type ReportOptions } from './report.js';
import type { Terminal } from './terminal.js';

export interface CompileOptions extends ReportOptions {
  readonly 'set-version': string | undefined;
  /** Distributions that the plan may depend on, by name. */
  readonly dependencies?: ReadonlyMap<string, KnownDependency>;
  /** Is told of each path of the project that the result depends on, before it is looked at. */
  readonly onLook?: (path: string) => void;
  /** Whether the mocks beside the plan, if there are any, are held against it. */
  readonly mocks?: boolean;
}

export interface CompiledPlan extends Compiled {
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings that comments in place silence. */
  readonly silenced: readonly Diagnostic[];
}

/**
 * Compiles a plan of the disk, reading from `root`, which is the project itself or a copy of it; `prepared` when the
 * commands of `Package.Before` have run there.
 */
export async function compilePlan(
  { folder, file, text }: PlanFile,
  root: string,
  { 'set-version': version, dependencies, onLook, mocks }: Omit<CompileOptions, keyof ReportOptions>,
  prepared = false,
): Promise<CompiledPlan> {
  const [{ compile }, { diskProject }, { awsServices }] = await Promise.all([
    import('../compiler/index.js'),
    import('../source/disk.js'),
    import('./services.js'),
  ]);
  const project = diskProject(root, onLook);
  const alone = compile({ file, text, project, version, prepared, dependencies, services: awsServices });
  const compiled = mocks ? await withMocks(alone) : alone;
  const all = await located(compiled.problems, compiled.documents, inFolder(folder));
  const isSilenced = ({ silenced }: Diagnostic) => silenced !== undefined;
  return {
    ...compiled,
    diagnostics: all.filter((found) => !isSilenced(found)),
    silenced: all.filter(isSilenced),
  };
}

/** The same with what is wrong with the mocks beside the plan. */
async function withMocks(compiled: Compiled): Promise<Compiled> {
  const { output, ...others } = compiled;
  if (others.plan === undefined) return compiled;
  const { mocksBeside } = await import('../engines/local/mocks/beside.js');
  const { document, problems } = mocksBeside(others.plan);
  return {
    ...others,
    problems: [...others.problems, ...problems],
    documents: new Map([...others.documents, [document.file, document]]),
    ...(output !== undefined && !hasErrors(problems) && { output }),
  };
}

/** A plan as far as it compiles; one that cannot be read has diagnostics alone. */
export type NamedPlan = Pick<CompiledPlan, 'plan' | 'output' | 'problems' | 'diagnostics' | 'silenced'>;

/** The plan that an argument names, compiled where it lies. */
export async function compileNamed(
  argument: string,
  options: CompileOptions,
  terminal: Terminal,
  wanted?: 'plan or definition',
): Promise<NamedPlan> {
  const plan = readPlanFile(argument, terminal, wanted);
  if ('problems' in plan) return unread(plan);
  announce(plan, options, terminal);
  return compilePlan(plan, plan.root, options);
}

/** What there is of a plan that cannot be read. */
export const unread = async ({ problems, documents }: NoPlanFile): Promise<NamedPlan> => ({
  problems,
  diagnostics: await located(problems, documents),
  silenced: [],
});

/** Documents with those of other files that problems point into, read from a project's folder. */
export async function withDocumentsOf(
  problems: readonly Problem[],
  documents: ReadonlyMap<string, Locatable>,
  root: string,
): Promise<ReadonlyMap<string, Locatable>> {
  const missing = problems.flatMap(({ place }) =>
    'path' in place && !documents.has(place.file) ? [place.file] : [],
  );
  if (missing.length === 0) return documents;
  const [{ readDocument }, { diskProject }] = await Promise.all([
    import('../source/read.js'),
    import('../source/disk.js'),
  ]);
  const { read } = diskProject(root);
  return new Map([
    ...documents,
    ...missing.map((file) => [file, readDocument(file, read(file) ?? '')] as const),
  ]);
}

/** Files of a project as the user would name them, who named its folder. */
export const inFolder = (folder: string) => (file: string) => join(folder, file);

/** Ties problems to their places, and their files to what the user calls them; silenced warnings are marked. */
export async function located(
  problems: readonly Problem[],
  documents: ReadonlyMap<string, Locatable> = new Map(),
  shown: (file: string) => string = (file) => file,
): Promise<readonly Diagnostic[]> {
  const silenced = [...documents.values()].some(({ text }) => text.includes(silenceWord));
  if (problems.length === 0 && !silenced) return [];
  const { locateAll } = await import('../diagnostics/locate.js');
  return locateAll(problems, documents).map((found) => ({
    ...found,
    file: shown(found.file),
    related: found.related.map((other) => ({ ...other, file: shown(other.file) })),
  }));
}
