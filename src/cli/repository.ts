import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Files by their paths in the repository that a folder belongs to, with `/` between names, as GitHub knows them; outside
 * a repository by their paths in the folder.
 */
export function inRepository(folder: string): (file: string) => string {
  const top = repositoryOf(folder) ?? folder;
  return (file) => relative(top, resolve(folder, file)).replaceAll('\\', '/');
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}
