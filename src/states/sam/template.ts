import type { Problem } from '../../diagnostics/problem.js';
import { nearestPath } from '../../source/nearest-path.js';
import { troubleOf } from '../../source/project.js';
import { folderOf, relativeTo, resolvePath } from '../../source/relative-path.js';
import type { StateContext } from '../define.js';
import { checkPath } from '../project-paths.js';
import type { SamProperties } from './schema.js';

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-build.html
const defaultBuildDir = '.aws-sam/build';

/** The template that is deployed: the one `sam build` made, where there is one. */
export function templateOf({ project, properties }: StateContext<SamProperties>): string {
  const { Path, Template = 'template.yaml', BuildDir = defaultBuildDir } = properties;
  const built = resolvePath(Path, BuildDir);
  if (built !== undefined && project.kind(built) === 'folder') return `${built}/template.yaml`;
  return resolvePath(Path, Template) ?? Template;
}

/** What is missing of the folders and the template; undefined when all are there. */
export function checkFiles(context: StateContext<SamProperties>): Problem | undefined {
  const { project, properties, at } = context;
  const { Path, Template, BuildDir } = properties;
  const inside = (name: string, path: string | undefined, kind: 'file' | 'folder', what: string) =>
    path === undefined ? undefined : checkPath(project, at([name]), [Path, path], kind, what);
  return (
    checkPath(project, at(['Path']), ['', Path], 'folder') ??
    (BuildDir === undefined
      ? troubleOf(project, resolvePath(Path, defaultBuildDir)!, at(['Path']))
      : inside('BuildDir', BuildDir, 'folder', 'folder')) ??
    inside('Template', Template, 'file', 'template') ??
    checkTemplate(context)
  );
}

/** The template that nobody named has to be there too. */
function checkTemplate(context: StateContext<SamProperties>): Problem | undefined {
  const { project, properties, at } = context;
  const { Path, Template, BuildDir } = properties;
  const path = templateOf(context);
  const absent = checkPath(project, at(['Path']), ['', path], 'file', 'template');
  if (absent?.code !== 'PLAN3001') return absent;
  if (project.kind(resolvePath(Path, BuildDir ?? defaultBuildDir)!) === 'folder') {
    return { ...absent, help: 'run `sam build`, which makes it, or remove the folder that it left behind' };
  }
  const near = Template === undefined ? nearestPath(project, path, 'file') : undefined;
  return near?.startsWith(`${folderOf(path)}/`)
    ? { ...absent, help: `name the one that is there: \`Template: ${relativeTo(Path, near)}\`` }
    : absent;
}
