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
}
