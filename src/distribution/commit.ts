import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The commit that is checked out where a folder lies, in hexadecimal digits. Read from Git's own files
 * (https://git-scm.com/docs/gitrepository-layout), because starting `git` takes longer than a small build. Undefined
 * outside a repository, before its first commit, and where the references are kept in another format.
 */
export function sourceCommit(folder: string): string | undefined {
  const git = gitFolder(resolve(folder));
  if (git === undefined) return undefined;
  const common = firstLine(join(git, 'commondir'));
  // A worktree has a HEAD of its own, and shares the branches.
  const shared = common === undefined ? git : resolve(git, common);
  let value = firstLine(join(git, 'HEAD'));
  for (let steps = 0; steps < 5 && value?.startsWith('ref: '); steps++) {
    const name = value.slice('ref: '.length);
    value = firstLine(join(git, name)) ?? firstLine(join(shared, name)) ?? packedReference(shared, name);
  }
  return value !== undefined && isCommit(value) ? value : undefined;
}

/** The repository a folder belongs to: `.git` in it or above it, a folder or a file that names one. */
function gitFolder(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, '.git');
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) return path;
    const line = found === undefined ? undefined : firstLine(path);
    if (line?.startsWith('gitdir: ')) return resolve(at, line.slice('gitdir: '.length));
    if (at === dirname(at)) return undefined;
  }
}

function packedReference(git: string, name: string): string | undefined {
  const lines = read(join(git, 'packed-refs'))?.split('\n') ?? [];
  return lines.find((line) => line.endsWith(` ${name}`))?.split(' ')[0];
}

/** A SHA-1 or SHA-256 name of an object. */
const isCommit = (text: string): boolean => /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

const firstLine = (path: string): string | undefined => read(path)?.split('\n')[0]?.trimEnd();

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
