import { posix } from 'node:path';
import type { Project } from '../../../source/project.js';
import { fileOf, type Part } from './part.js';
import type { Folder } from './search.js';

/** The languages of the CDK: https://docs.aws.amazon.com/cdk/v2/guide/languages.html */
const source = /\.(ts|js|mjs|cjs|mts|cts|py|java|cs|go)$/;

/**
 * Whether a template belongs to a CDK app (`CfnInclude` and the like): its name and that of its folder stand in one of
 * the app's sources.
 */
export function isOfApp(
  project: Project,
  folders: readonly Folder[],
  parts: readonly Part[],
): (part: Part) => boolean {
  const apps = parts.filter(({ type }) => type === 'cdk').map(({ folder }) => folder);
  const isBelow = (path: string, app: string) => app === '' || path === app || path.startsWith(`${app}/`);
  const sources = folders
    .filter(({ path }) => apps.some((app) => isBelow(path, app)))
    .flatMap(({ path, files }) =>
      files.filter((file) => source.test(file)).map((file) => posix.join(path, file)),
    );
  return (part) => {
    if (part.type === 'cdk') return false;
    const names = fileOf(part).split('/').slice(-2);
    return sources.some((file) => {
      const text = project.read(file) ?? '';
      return names.every((name) => text.includes(name));
    });
  };
}
