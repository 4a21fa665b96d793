import { resolve } from 'node:path';
import type { Problem } from '../../diagnostics/problem.js';
import type { ExitCode } from '../command.js';
import { inFolder, located } from '../compile-plan.js';
import { report } from '../report.js';
import type { Terminal } from '../terminal.js';
import { type Draft, draft } from './draft.js';
import { obstacles, otherPlan } from './obstacles.js';
import { type InitOptions, tell } from './tell.js';
import { writeNew } from './write-new.js';

/** Sets up a project in a folder, as the user named it. */
export async function setUp(folder: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const root = resolve(terminal.folder, folder);
  const shown = inFolder(folder);
  // A plan that is there says more about a project than all else in it.
  const other = options.template === undefined ? otherPlan(root, [''], shown) : [];
  if (other.length > 0) return report(await located(other), {}, options, terminal);
  const drafted = draft(root, options);
  const said = await located(drafted.problems, drafted.documents, shown);
  if (drafted.files === undefined) return report(said, {}, options, terminal);
  const problems = writing(root, drafted, shown, options, terminal);
  if (problems.length > 0) return report(await located(problems), {}, options, terminal);
  return tell({ drafted, said, root, folder, options, terminal });
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
