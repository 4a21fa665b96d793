import { type Place, type Problem, problem } from '../diagnostics/problem.js';
import { nearest } from '../diagnostics/suggest.js';
import { type Project, troubleOf } from '../source/project.js';
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
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) {
    const help = 'download it into the project, for example with a command of `Package.Before`';
    return problem('PLAN3008', place, { address: written, expected }, { help });
  }
  if (written.includes('\0')) {
    const reason = 'has a NUL character (U+0000), which no file can have';
    return problem('PLAN6007', place, { path: written, reason }, { help: 'write the path without it' });
  }
  const path = resolvePath(folder, written);
  if (path === undefined) {
    const help = "paths are relative to the project's root and stay inside it";
    return problem('PLAN3003', place, { path: written }, { help });
  }
  const found = project.kind(path);
  if (found !== undefined && found !== expected) {
    return problem('PLAN3002', place, { path: path || '.', found, expected });
  }
  const trouble = troubleOf(project, path, place);
  if (trouble !== undefined || found !== undefined) return trouble;
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
