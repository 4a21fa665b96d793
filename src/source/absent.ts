import { listed } from '../diagnostics/suggest.js';
import { nearestPath, visible } from './nearest-path.js';
import type { Project } from './project.js';
import { folderOf, relativeTo } from './relative-path.js';

/**
 * What to write instead of a path of the project that leads to nothing: the path that was meant, written relative to
 * `base`, else what there is.
 */
export function helpForAbsent(
  project: Project,
  base: string,
  path: string,
  kind: 'file' | 'folder' = 'file',
): string {
  const near = nearestPath(project, path, kind);
  if (near !== undefined) return `did you mean \`${relativeTo(base, near)}\`?`;
  const wanted = folderOf(path);
  let folder = wanted;
  while (project.kind(folder) !== 'folder' && folder !== '') folder = folderOf(folder);
  const prefix = folder === wanted ? '' : `there is no folder \`${wanted}\` either; `;
  return prefix + contents(project, folder, kind);
}

/** What there is in a folder: "in `templates` there are: database.yaml, network.yaml". */
export function contents(project: Project, folder: string, kind: 'file' | 'folder' = 'file'): string {
  const names = visible(project.list(folder)).filter(
    (name) => kind === 'file' || project.kind(folder === '' ? name : `${folder}/${name}`) === kind,
  );
  const where = folder === '' ? 'at the root of the project' : `in \`${folder}\``;
  const what = kind === 'folder' ? 'folders' : 'files';
  if (names.length === 0) return `${where} there are no ${what}`;
  return `${where} there ${names.length === 1 ? 'is' : 'are'}: ${listed(names)}`;
}

/** What to write instead of a path that leaves the project: it often leads to something in it, from another folder. */
export function helpForOutside(
  project: Project,
  base: string,
  written: string,
  kind: 'file' | 'folder',
  from = base === '' ? "the project's root" : `\`${base}\``,
): string {
  const within = written.replace(/^(\/|\.\.?\/)+/, '');
  if (project.kind(within) === kind) return `did you mean \`${relativeTo(base, within)}\`?`;
  return `write a path relative to ${from} that stays inside the project`;
}
