import type { Problem } from '../../diagnostics/problem.js';
import { troubleOf } from '../../source/project.js';
import { resolvePath } from '../../source/relative-path.js';
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
    checkPath(project, at(['Path']), ['', templateOf(context)], 'file', 'template')
  );
}
