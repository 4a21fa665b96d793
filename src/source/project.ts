import type { Place, Problem } from '../diagnostics/problem.js';

/**
 * The project's files as the compiler sees them: synchronous and read-only, so that an editor or a test can pass a
 * virtual one. Paths are relative to the project's root, with `/` between names; what leaves the root does not exist.
 */
export interface Project {
  readonly kind: (path: string) => 'file' | 'folder' | undefined;
  /** The text of a file (UTF-8). Undefined when it is not a readable file. */
  readonly read: (path: string) => string | undefined;
  /** Names inside a folder, sorted; empty when it is not a folder. */
  readonly list: (path: string) => readonly string[];
  /**
   * What keeps something that is there from being used: a link out of the project or to nothing, permissions, bytes that
   * are not UTF-8. Undefined when it can be used, or nothing is there. Placed in the file itself.
   */
  readonly trouble: (path: string) => Problem | undefined;
}

/** What keeps a path of the project from being used, at the place that names it. Undefined also when nothing is there. */
export function troubleOf(project: Project, path: string, place: Place): Problem | undefined {
  const trouble = project.trouble(path);
  if (trouble === undefined) return undefined;
  // Bytes that are no text are wrong in the file itself, wherever it is named.
  return trouble.code === 'PLAN0011' ? trouble : { ...trouble, place };
}
