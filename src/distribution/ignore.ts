import { isUsual, usual } from './usual.js';

export const ignoreFile = '.planccignore';

export interface Patterns {
  /** Text of `.planccignore`, if there is one. */
  readonly ignoreText?: string | undefined;
  /** `Package.Exclude`: more of the same, after it. */
  readonly exclude?: readonly string[] | undefined;
  /** `Package.Include`: what is packed all the same, as paths or patterns from the project's root. */
  readonly include?: readonly string[] | undefined;
}

export interface Rules {
  /** Whether a file or folder (a folder's path ends in `/`) is packed. */
  readonly packs: (path: string) => boolean;
  /** Whether anything inside a folder that is not packed itself may be. */
  readonly mayPackInside: (folder: string) => boolean;
}

/** Names that no pattern brings back: repositories and leftovers of systems and of plancc itself. */
const never = new Set(['.git', '.plancc', '.DS_Store']);
/** Name of the folder in which an output grows: `.plancc-` and something random. */
export const temporaryPrefix = '.plancc-';

export const isNeverPacked = (name: string): boolean => never.has(name) || name.startsWith(temporaryPrefix);

/**
 * The rules of a project's package. Patterns are those of `.gitignore` (https://git-scm.com/docs/gitignore), case
 * counts. As with `npm pack`, `node_modules` is left out everywhere unless a pattern brings it back: what runs from a
 * distribution installs its own. `.gitignore` itself is not read: Git leaves out what builds make, which is what is
 * deployed.
 */
export async function packageRules({ ignoreText, exclude = [], include = [] }: Patterns): Promise<Rules> {
  if (ignoreText === undefined && exclude.length === 0 && include.length === 0) {
    return { packs: (path) => !isUsual(path), mayPackInside: () => false };
  }
  const { default: ignore } = await import('ignore');
  const ignored = ignore({ ignorecase: false })
    .add(usual)
    .add(ignoreText ?? '')
    .add(exclude);
  const anchored = include.map(fromRoot);
  const included = ignore({ ignorecase: false }).add(anchored);
  return {
    packs: (path) => !ignored.ignores(path) || included.ignores(path),
    mayPackInside: (folder) => anchored.some((pattern) => mayMatchInside(pattern, folder)),
  };
}

/** `build` in `Include` is the one at the root, as in `files` of a package.json; two stars and a slash before it mean any. */
const fromRoot = (pattern: string): string =>
  pattern.startsWith('!')
    ? `!${fromRoot(pattern.slice(1))}`
    : /^(\/|\*\*\/)/.test(pattern)
      ? pattern
      : `/${pattern}`;

/** Compares folder and pattern name by name up to the pattern's first wildcard: saves walking through `node_modules`. */
function mayMatchInside(pattern: string, folder: string): boolean {
  if (pattern.startsWith('!')) return false;
  const names = folder.split('/').slice(0, -1);
  const parts = pattern.replace(/^\//, '').split('/');
  for (const [index, part] of parts.entries()) {
    if (index >= names.length || /[*?[\\]/.test(part)) return true;
    if (part !== names[index] && part !== '') return false;
  }
  return true;
}
