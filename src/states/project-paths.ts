import { type Place, type Problem, problem } from '../diagnostics/problem.js';
import { contents, helpForAbsent, helpForOutside } from '../source/absent.js';
import { type Project, troubleOf } from '../source/project.js';
import { folderOf, relativeTo, resolvePath } from '../source/relative-path.js';

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
    const help = `bring it into the project, for example with a command of \`Package.Before\`, and write its path here`;
    return problem('PLAN3008', place, { address: written, expected }, { help });
  }
  if (written.includes('\0')) {
    const reason = 'has a NUL character (U+0000), which no file can have';
    return problem('PLAN6007', place, { path: written, reason }, { help: 'write the path without it' });
  }
  const path = resolvePath(folder, written);
  if (path === undefined) {
    return problem(
      'PLAN3003',
      place,
      { path: written },
      { help: helpForOutside(project, folder, written, expected) },
    );
  }
  const found = project.kind(path);
  if (found !== undefined && found !== expected) {
    const help =
      found === 'folder'
        ? contents(project, path)
        : `write the folder: \`${relativeTo(folder, folderOf(path))}\``;
    return problem('PLAN3002', place, { path: path || '.', found, expected }, { help });
  }
  const trouble = troubleOf(project, path, place);
  if (trouble !== undefined || found !== undefined) return trouble;
  return problem('PLAN3001', place, { what, path }, { help: helpForAbsent(project, folder, path, expected) });
}
