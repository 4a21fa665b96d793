/**
 * A path relative to the project's root in its shortest form, `''` for the root itself; undefined when it leaves the
 * root or cannot be a path.
 */
export function inside(path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\0')) return undefined;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return undefined;
    if (name !== '' && name !== '.' && name !== '..') names.push(name);
  }
  return names.join('/');
}
