import { type Dirent, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';
import { type Problem, problem } from '../diagnostics/problem.js';
import { ignoreFile } from './ignore.js';
import { unreadable } from './unreadable.js';

/** What a name in a folder stands for once links are followed. */
export type Resolved =
  | { readonly kind: 'folder'; readonly real: string }
  | { readonly kind: 'file'; readonly real: string; readonly size: number; readonly mode: number }
  | { readonly kind: 'unusable'; readonly problem: Problem };

/**
 * Follows a link and looks at what is there. Links may lead anywhere inside `root`, a real path; `shown` is what
 * problems call the entry.
 */
export function resolveEntry(entry: Dirent, absolute: string, root: string, shown: string): Resolved {
  if (entry.isDirectory()) return { kind: 'folder', real: absolute };
  try {
    if (!entry.isSymbolicLink()) return describe(absolute, statSync(absolute), shown);
    const real = realpathSync(absolute);
    if (!isInside(real, root)) return unusable(linkProblem('PLAN6001', absolute, shown));
    return describe(real, statSync(real), shown);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (entry.isSymbolicLink() && code === 'ENOENT')
      return unusable(linkProblem('PLAN6002', absolute, shown));
    if (code === 'ELOOP') return unusable(linkProblem('PLAN6003', absolute, shown));
    return unusable(unreadable(shown, error));
  }
}

/** Executable for its owner or not; everything else depends on the machine. */
export const normalMode = (mode: number): number => ((mode & 0o100) === 0 ? 0o644 : 0o755);

export const isInside = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** A problem with a symbolic link: out of the project, broken, or in a circle. */
export function linkProblem(code: keyof typeof help, absolute: string, shown: string): Problem {
  const values = { path: shown, target: readlinkSync(absolute) };
  const advice = shown === ignoreFile ? 'replace the link by a file with the patterns' : help[code];
  return problem(code, { file: shown }, values, { help: advice });
}

const help = {
  PLAN6001: 'copy what the project needs into it, or name the link in `.planccignore`',
  PLAN6002: 'remove the link, mend it, or name it in `.planccignore`',
  PLAN6003: 'remove the link, or name it in `.planccignore`',
} as const;

function describe(real: string, status: Stats, shown: string): Resolved {
  if (status.isDirectory()) return { kind: 'folder', real };
  if (status.isFile()) {
    return { kind: 'file', real, size: status.size, mode: normalMode(status.mode) };
  }
  const kind = status.isSocket() ? 'a socket' : status.isFIFO() ? 'a named pipe' : 'a device';
  return unusable(
    problem(
      'PLAN6004',
      { file: shown },
      { path: shown, kind },
      { help: 'remove it, or name it in `.planccignore`' },
    ),
  );
}

const unusable = (found: Problem): Resolved => ({ kind: 'unusable', problem: found });
