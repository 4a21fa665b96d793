import { type Place, type Problem, problem } from '../diagnostics/problem.js';
import { nearest } from '../diagnostics/suggest.js';
import type { Project } from '../source/project.js';
import { folderOf, resolvePath } from '../source/relative-path.js';

/**
 * What is wrong with a path of the project, written relative to `folder`; undefined when it is there, and a file is text.
 * `what` says what it should be, for the message: "template".
 */
export function checkPath(
  project: Project,
  place: Place,
  [folder, written]: readonly [folder: string, path: string],
  expected: 'file' | 'folder',
  what: string = expected,
): Problem | undefined {
  const path = resolvePath(folder, written);
  if (path === undefined) {
    const help = "paths are relative to the project's root and stay inside it";
    return problem('PLAN3003', place, { path: written }, { help });
  }
  const found = project.kind(path);
  if (found === 'file' && found === expected && project.read(path) === undefined) {
    return problem('PLAN3007', place, { path }, { help: 'save it as UTF-8 and let it be readable' });
  }
  if (found === expected) return undefined;
  if (found !== undefined) return problem('PLAN3002', place, { path, found, expected });
  return problem('PLAN3001', place, { what, path }, { help: neighbour(project, path) });
}

function neighbour(project: Project, path: string): string {
  const folder = folderOf(path);
  const names = project.list(folder);
  const near = nearest(path.slice(path.lastIndexOf('/') + 1), names);
  if (near !== undefined) return `did you mean \`${folder === '' ? near : `${folder}/${near}`}\`?`;
  if (project.kind(folder) === undefined) return `there is no folder \`${folder}\` either`;
  const where = folder === '' ? 'at the root of the project' : `in \`${folder}\``;
  const listed = names.slice(0, 12).join(', ') + (names.length > 12 ? ', …' : '');
  return `${where} there ${listed === '' ? 'is nothing' : `are: ${listed}`}`;
}
