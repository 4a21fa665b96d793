import type { Problem } from '../../diagnostics/problem.js';
import { hasReference } from '../../language/text.js';
import type { StateContext } from '../define.js';
import { checkPath } from '../project-paths.js';
import { checkShell } from './commands.js';
import { type RunnerProperties, shellProperties } from './schema.js';
import { checkRunner } from './settings.js';

export function checkRunnerState(context: StateContext<RunnerProperties>): readonly Problem[] {
  const { project, properties, at } = context;
  const { WorkingDirectory } = properties;
  const found = [...checkRunner(context), ...checkShell(context, shellProperties)];
  if (typeof WorkingDirectory === 'string' && !hasReference(WorkingDirectory)) {
    const absent = checkPath(project, at(['WorkingDirectory']), ['', WorkingDirectory], 'folder');
    if (absent !== undefined) found.push(absent);
  }
  return found;
}
