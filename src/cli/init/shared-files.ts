import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { ignoreFile } from '../../distribution/ignore.js';
import { installed } from '../installed.js';
import { version } from '../version.js';
import { withValue } from './plan-text.js';
import type { NewFile } from './write-new.js';

export const workflowFile = '.github/workflows/plancc.yml';

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
    { path: workflowFile, text: withValue(workflow, ['env', 'PLANCC'], `plancc@${version}`) },
  ];
}

/** npm leaves files named `.gitignore` out of packages, so all of these lie there without the dot. */
const shared = (file: string): string => readFileSync(installed(`templates/shared/${file}`), 'utf8');

/** GitHub reads workflows at the root of a repository alone. Without a repository, the folder becomes one. */
export function isInsideRepository(folder: string): boolean {
  const above = (path: string): boolean =>
    existsSync(join(path, '.git')) || (dirname(path) !== path && above(dirname(path)));
  return !existsSync(join(folder, '.git')) && above(folder);
}
