/** Longest path of a file in a distribution, in bytes of UTF-8: an S3 key holds no more. */
export const longestPath = 1024;

/** Says why a path may not be in a distribution; undefined when it may. */
export function unsafeName(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/')) return 'is absolute';
  if (path.includes('\\')) return 'contains a backslash';
  if (/^[a-z]:/i.test(path)) return 'starts with a drive letter';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x1f\x7f]/.test(path)) return 'contains a control character';
  if (/\ufffd|\p{Surrogate}/u.test(path)) return 'is not valid UTF-8';
  const parts = path.split('/');
  if (parts.includes('..')) return 'leads out of its folder with `..`';
  if (parts.includes('') || parts.includes('.')) return 'is not in its shortest form';
  return undefined;
}

/** The same for two paths that would be one file where names ignore case or Unicode form (macOS, Windows). */
export const foldedName = (path: string): string => path.normalize('NFC').toLowerCase();

/** Sorts paths bytewise in UTF-8, which no locale changes. */
export function sortedPaths(paths: Iterable<string>): string[] {
  const list = [...paths];
  // JavaScript sorts by UTF-16 units; only from surrogates on does UTF-8 order differ.
  return list.some((path) => /[\ud800-\uffff]/.test(path))
    ? list.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    : list.sort();
}
