import { type Problem, problem } from '../../diagnostics/problem.js';
import { troubleOf } from '../../source/project.js';
import { resolvePath } from '../../source/relative-path.js';
import type { StateContext } from '../define.js';
import { checkPath } from '../project-paths.js';
import { checkShell } from '../runner/commands.js';
import { checkRunner } from '../runner/settings.js';
import { checkStacks } from './check-stacks.js';
import { assemblyOf } from './output.js';
import { type CdkProperties, shellProperties } from './schema.js';

export function checkCdk(context: StateContext<CdkProperties>): readonly Problem[] {
  return [...checkApp(context), ...checkRunner(context), ...checkShell(context, shellProperties)];
}

/** The app has to be there in one of three ways: `cdk.json`, `App`, or `Assembly`. */
function checkApp(context: StateContext<CdkProperties>): readonly Problem[] {
  const { project, properties, at } = context;
  const { Path, App, Assembly } = properties;
  const absent =
    checkPath(project, at(['Path']), ['', Path], 'folder') ??
    (Assembly === undefined ? undefined : checkPath(project, at(['Assembly']), [Path, Assembly], 'folder'));
  if (absent !== undefined) return [absent];
  const assembly = assemblyOf(context);
  if (assembly === undefined) {
    const settings = resolvePath(Path, 'cdk.json')!;
    if (App !== undefined || project.kind(settings) === 'file') return [];
    const trouble = troubleOf(project, settings, at(['Path']));
    if (trouble !== undefined) return [trouble];
    const help = 'set `Path` to the folder of `cdk.json`, or give the command as `App: node bin/app.js`';
    return [problem('PLAN3020', at(['Path']), { path: Path }, { help })];
  }
  if ('stacks' in assembly) return checkStacks(context, assembly.stacks);
  const { path, broken: reason } = assembly;
  const help = 'run `cdk synth` before packaging, for example in `Package.Before`';
  return [problem('PLAN3021', at(['Assembly']), { path, reason }, { help })];
}
