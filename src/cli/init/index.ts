import { basename, resolve } from 'node:path';
import type { Problem } from '../../diagnostics/problem.js';
import { type ExitCode, exitCodes } from '../command.js';
import { inFolder, located } from '../compile-plan.js';
import { give, plural, type ReportOptions, report, say, suggest } from '../report.js';
import type { Terminal } from '../terminal.js';
import { type Draft, draft, type Wanted } from './draft.js';
import { foldersOf, obstacles } from './obstacles.js';
import { workflowFile } from './shared-files.js';
import { writeNew } from './write-new.js';

export interface InitOptions extends ReportOptions, Wanted {
  readonly 'dry-run': boolean;
}

/** Sets up a project in a folder, as the user named it. */
export async function setUp(folder: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const root = resolve(terminal.folder, folder);
  const shown = inFolder(folder);
  const drafted = draft(root, options);
  if ('problems' in drafted)
    return report(await located(drafted.problems, drafted.documents, shown), {}, options, terminal);
  const problems = writing(root, drafted, shown, options, terminal);
  if (problems.length > 0) return report(await located(problems), {}, options, terminal);
  return tell(drafted, folder, options, terminal);
}

function writing(
  root: string,
  { files }: Draft,
  shown: (path: string) => string,
  options: InitOptions,
  terminal: Terminal,
): readonly Problem[] {
  const found = obstacles(root, files, shown);
  if (found.length > 0 || options['dry-run']) return found;
  // From here on Ctrl-C waits until everything is written.
  terminal.interruption();
  return writeNew(root, files);
}

async function tell(
  drafted: Draft,
  folder: string,
  options: InitOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const shown = inFolder(folder);
  const { template, name, made, kept, hasWorkflow } = drafted;
  const files = drafted.files.map(({ path }) => shown(path));
  const result = { template, name, recognised: made, files, kept: kept.map(shown) };
  if (options.json) return report([], result, options, terminal);
  give(files.map((file) => `${file}\n`).join(''), terminal);
  const [verb, plans] = [options['dry-run'] ? 'would write' : 'wrote', foldersOf(drafted.files)];
  const source = template === undefined ? 'for what is there' : `from the template ${template}`;
  const what = name === undefined ? plural(plans.length, 'plan') : `the plan ${name}`;
  say(
    [
      `${verb} ${what} ${source}: ${plural(files.length, 'file')}`,
      ...made.map(({ state, type, file }) => `  found ${file}: the state ${state} of type ${type}`),
      ...kept.map((path) => `  kept  ${shown(path)}, which is there already`),
      ...(hasWorkflow ? [] : [`  no    ${workflowFile}: GitHub reads it at the root of a repository alone`]),
    ],
    options,
    terminal,
  );
  if (!options['dry-run']) suggest(next(folder, plans), options, terminal);
  return exitCodes.ok;
}

/** Several plans are checked together, and built one by one. */
function next(folder: string, plans: readonly string[]): readonly string[] {
  const operands = plans.map((plan) => inFolder(folder)(plan || '.')).filter((path) => path !== '.');
  return [plans.length > 1 ? 'validate' : 'build', ...operands.map(operand)];
}

const operand = (path: string): string =>
  basename(path) === path && path.startsWith('-') ? `./${path}` : path;
