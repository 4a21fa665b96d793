import { basename } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExitCode } from '../command.js';
import { inFolder } from '../compile-plan.js';
import { give, plural, type ReportOptions, report, say, suggest } from '../report.js';
import type { Terminal } from '../terminal.js';
import type { Draft, Wanted } from './draft.js';
import { foldersOf } from './obstacles.js';
import { takesDistributions, tarball, workflowFile } from './shared-files.js';

export interface InitOptions extends ReportOptions, Wanted {
  readonly 'dry-run': boolean;
}

export interface Told {
  readonly drafted: Draft;
  /** What was left out, and why. */
  readonly said: readonly Diagnostic[];
  readonly root: string;
  /** The same as the user named it. */
  readonly folder: string;
  readonly options: InitOptions;
  readonly terminal: Terminal;
}

/** Says what was written, or would be. */
export async function tell({ drafted, said, root, folder, options, terminal }: Told): Promise<ExitCode> {
  const shown = inFolder(folder);
  const { template, name, made, kept, noWorkflow } = drafted;
  const files = drafted.files.map(({ path }) => shown(path));
  const result = { template, name, recognised: made, files, kept: kept.map(shown) };
  const exitCode = await report(said, result, options, terminal);
  if (options.json) return exitCode;
  give(files.map((file) => `${file}\n`).join(''), terminal);
  const [verb, plans] = [options['dry-run'] ? 'would write' : 'wrote', foldersOf(drafted.files)];
  const source = template === undefined ? 'for what is there' : `from the template ${template}`;
  const what = name === undefined ? plural(plans.length, 'plan') : `the plan ${name}`;
  const hasWorkflow = drafted.files.some(({ path }) => path === workflowFile);
  say(
    [
      `${verb} ${what} ${source}: ${plural(files.length, 'file')}`,
      ...made.map(({ state, type, file }) => `  found ${file}: the state ${state} of type ${type}`),
      ...kept.map((path) => `  kept  ${shown(path)}, which is there already${lacking(root, path, plans)}`),
      ...(noWorkflow === undefined ? [] : [`  no    ${workflowFile}: ${noWorkflow}`]),
      ...(hasWorkflow ? [`  needs ${shown(tarball)}, as ${workflowFile} says`] : []),
    ],
    options,
    terminal,
  );
  if (!options['dry-run']) suggest(next(folder, plans), options, terminal);
  return exitCode;
}

/** What a `.gitignore` of the project has to learn. */
const lacking = (root: string, path: string, plans: readonly string[]): string =>
  path === '.gitignore' && takesDistributions(root, plans)
    ? '; add `dist/` to it, where distributions are written'
    : '';

/** Several plans are checked together, and built one by one. */
function next(folder: string, plans: readonly string[]): readonly string[] {
  const operands = plans.map((plan) => inFolder(folder)(plan || '.')).filter((path) => path !== '.');
  return [plans.length > 1 ? 'validate' : 'build', ...operands.map(operand)];
}

const operand = (path: string): string =>
  basename(path) === path && path.startsWith('-') ? `./${path}` : path;
