import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Problem, problem } from '../diagnostics/problem.js';

/**
 * What is in the way to a path below `top`, a real path: a link that leads out, nowhere or in a circle, or a folder
 * that may not be entered. Undefined when nothing is, or nothing is there.
 */
export function obstacle(top: string, path: string): Problem | undefined {
  const names = path.split('/');
  for (const index of names.keys()) {
    const shown = names.slice(0, index + 1).join('/');
    const absolute = join(top, shown);
    let isLink = false;
    try {
      isLink = lstatSync(absolute).isSymbolicLink();
      if (isLink && !isBelow(realpathSync(absolute), top)) return badLink('PLAN6001', absolute, shown);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') return unreadable(path, error);
      if (!isLink) return undefined;
      return badLink(code === 'ELOOP' ? 'PLAN6003' : 'PLAN6002', absolute, shown);
    }
  }
  return undefined;
}

/** A file or folder that is there, but which the system does not let be read. */
export function unreadable(path: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : message;
  return problem(
    'PLAN6008',
    { file: path },
    { path, reason },
    { help: 'let it be readable for the user who runs plancc' },
  );
}

/** A named pipe, a socket or a device. */
export const neither = (path: string): Problem =>
  problem(
    'PLAN6004',
    { file: path },
    { path, kind: 'neither a file nor a folder' },
    { help: 'put a file in its place' },
  );

function badLink(code: keyof typeof help, absolute: string, shown: string): Problem {
  const values = { path: shown, target: readlinkSync(absolute) };
  return problem(code, { file: shown }, values, { help: help[code] });
}

const help = {
  PLAN6001: 'copy what the project needs into it',
  PLAN6002: 'mend the link, or put what is needed in its place',
  PLAN6003: 'put what is needed in the place of the link',
} as const;

/** Whether a real path is `top` or below it. */
export const isBelow = (real: string, top: string): boolean =>
  real === top || real.startsWith(top.endsWith(sep) ? top : top + sep);
