import { type Problem, problem } from '../../diagnostics/problem.js';
import { objectOr } from '../../language/json.js';
import { nearestPath } from '../../source/nearest-path.js';
import { troubleOf } from '../../source/project.js';
import { readDocument } from '../../source/read.js';
import { folderOf, resolvePath } from '../../source/relative-path.js';
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
  if (assembly === undefined) return App === undefined ? checkSettings(context) : [];
  if ('stacks' in assembly) return checkStacks(context, assembly.stacks);
  const { path, broken: reason } = assembly;
  const made = resolvePath(Path, 'cdk.out')!;
  const help =
    made !== path && project.kind(`${made}/manifest.json`) === 'file'
      ? 'did you mean `cdk.out`?'
      : 'run `cdk synth` before packaging, for example in `Package.Before`';
  return [problem('PLAN3021', at(['Assembly']), { path, reason }, { help })];
}

/** `cdk.json` has to say how the app is started: https://docs.aws.amazon.com/cdk/v2/guide/cli.html */
function checkSettings({ project, properties, at }: StateContext<CdkProperties>): readonly Problem[] {
  const { Path: path } = properties;
  const place = at(['Path']);
  const settings = resolvePath(path, 'cdk.json')!;
  const text = project.read(settings);
  if (text === undefined) {
    const trouble = troubleOf(project, settings, place);
    if (trouble !== undefined) return [trouble];
    const near = nearestPath(project, settings, 'file');
    const help =
      near === undefined
        ? 'set `Path` to the folder of `cdk.json`, or give the command as `App: node bin/app.js`'
        : `did you mean \`${folderOf(near) || '.'}\`? a \`cdk.json\` is there`;
    return [problem('PLAN3020', place, { path, reason: 'it has no `cdk.json`' }, { help })];
  }
  const document = readDocument(settings, text);
  if (document.value === undefined) return document.problems;
  if (typeof objectOr(document.value).app === 'string') return [];
  const reason = 'its `cdk.json` does not say how to start the app';
  const help = 'add `"app": "node bin/app.js"` to it, or `App: node bin/app.js` to the state';
  const related = [{ place: { file: settings }, message: 'it has no `app`' }];
  return [problem('PLAN3020', place, { path, reason }, { help, related })];
}
