import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ignore from 'ignore';
import { ignoreFile } from '../../distribution/ignore.js';
import { installed } from '../installed.js';
import { version } from '../version.js';
import { withValue } from './plan-text.js';
import type { NewFile } from './write-new.js';

export const workflowFile = '.github/workflows/plancc.yml';

/** What the workflow installs: the name that `npm pack` gives it, in a folder that no distribution takes. */
export const tarball = `.github/plancc-${version}.tgz`;

/** What every project gets beside its plans, given the folders of those: patterns, and a workflow of GitHub Actions. */
export function sharedFiles(planFolders: readonly string[]): readonly NewFile[] {
  const several = planFolders.some((folder) => folder !== '');
  // It uses the plancc that wrote it until someone raises the version.
  const workflow = shared(several ? 'several-plans.yml' : 'one-plan.yml');
  return [
    { path: '.gitignore', text: shared('gitignore') },
    ...planFolders.map((folder) => ({
      path: posix.join(folder, ignoreFile),
      text: shared('planccignore'),
    })),
    { path: workflowFile, text: withValue(workflow, ['env', 'PLANCC'], `./${tarball}`) },
  ];
}

/** npm leaves files named `.gitignore` out of packages, so all of these lie there without the dot. */
const shared = (file: string): string => readFileSync(installed(`templates/shared/${file}`), 'utf8');

/** By the file or folder at the root of a repository that a CI reads. */
const otherCi = [
  '.gitlab-ci.yml',
  '.circleci',
  '.buildkite',
  '.drone.yml',
  '.travis.yml',
  '.woodpecker',
  '.woodpecker.yml',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  'buildspec.yml',
  'Jenkinsfile',
];

/** Why a workflow would be of no use in a folder; undefined where it is. */
export function noWorkflow(folder: string): string | undefined {
  if (isInsideRepository(folder)) return 'GitHub reads it at the root of a repository alone';
  const other = otherCi.find((name) => existsSync(join(folder, name)));
  return other === undefined || existsSync(join(folder, '.github'))
    ? undefined
    : `\`${other}\` is there: let it run \`plancc validate\`, and \`plancc build --set-version <version>\` for a release`;
}

/** GitHub reads workflows at the root of a repository alone. Without a repository, the folder becomes one. */
function isInsideRepository(folder: string): boolean {
  const above = (path: string): boolean =>
    existsSync(join(path, '.git')) || (dirname(path) !== path && above(dirname(path)));
  return !existsSync(join(folder, '.git')) && above(folder);
}

/** Whether Git would take the distributions of a plan's folder for files of the project. */
export function takesDistributions(root: string, planFolders: readonly string[]): boolean {
  const patterns = ignore({ ignorecase: false }).add(readFileSync(join(root, '.gitignore'), 'utf8'));
  return planFolders.some((folder) => !patterns.ignores(posix.join(folder, 'dist/shop-1.0.0.zip')));
}
