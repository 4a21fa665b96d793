import type { Problem } from '../../diagnostics/problem.js';
import { hasReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import type { StateContext } from '../define.js';
import { checkPath } from '../project-paths.js';
import { checkCommands } from './commands.js';
import type { RunnerProperties } from './schema.js';
import { checkRunner } from './settings.js';

export function checkRunnerState(context: StateContext<RunnerProperties>): readonly Problem[] {
  const { plan, project, properties, state, at } = context;
  const { Commands, WorkingDirectory } = properties;
  const commands = [...state.path, 'Properties', 'Commands'];
  const found = [...checkRunner(context), ...checkCommands(Commands as Json, plan.document.file, commands)];
  if (typeof WorkingDirectory === 'string' && !hasReference(WorkingDirectory)) {
    const absent = checkPath(project, at(['WorkingDirectory']), ['', WorkingDirectory], 'folder');
    if (absent !== undefined) found.push(absent);
  }
  return found;
}
