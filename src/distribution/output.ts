import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Problem, problem } from '../diagnostics/problem.js';
import { atExit } from './at-exit.js';
import { temporaryPrefix } from './ignore.js';
import { looksLikeZip } from './sniff.js';
import { isDiskFull, systemReason } from './system-reason.js';

/** The place where an output grows until it is whole. */
export interface Output {
  /** A folder beside the output, on the same disk, for everything that is temporary. */
  readonly folder: string;
  /** Puts a file of the folder where the output belongs, in place of an older one. */
  readonly publish: (path: string) => void;
  /** Removes whatever was made and not published. */
  readonly discard: () => void;
}

/** Says why what is at the path of an output may not be replaced; undefined when it may, or nothing is there. */
export function refuseOutput(path: string): Problem | undefined {
  const existing = statSync(path, { throwIfNoEntry: false });
  const taken = existing && whyNotReplaced(path, existing);
  return taken === undefined ? undefined : unwritable(path, taken.reason, taken.help);
}

/** Makes the folder of an output where it is missing, and a temporary one in it. */
export function openOutput(path: string): Output {
  const parent = dirname(resolve(path));
  const firstMade = mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, temporaryPrefix));
  const discard = () => {
    rmSync(folder, { recursive: true, force: true });
    if (firstMade !== undefined) removeEmpty(parent, dirname(firstMade));
    forget();
  };
  const forget = atExit(discard);
  return { folder, publish: (made) => renameSync(made, path), discard };
}

function whyNotReplaced(path: string, existing: Stats): { reason: string; help?: string } | undefined {
  if (existing.isDirectory()) {
    return { reason: 'it is a folder', help: 'name the zip itself, for example `dist/webshop-1.4.0.zip`' };
  }
  if (!existing.isFile()) return { reason: 'it is not a regular file' };
  if (existing.size === 0 || looksLikeZip(path)) return undefined;
  return { reason: 'it exists and is not a zip', help: 'choose another path, or remove the file yourself' };
}

/** The path of an output as files found below a real path are compared with it. */
export function realOutput(path: string): string {
  try {
    return join(realpathSync(dirname(resolve(path))), basename(path));
  } catch {
    return resolve(path);
  }
}

export const unwritable = (path: string, reason: string, help = 'choose another path'): Problem =>
  problem('PLAN6011', { file: path }, { path, reason }, { help });

export const unwritableBecause = (path: string, error: unknown): Problem =>
  unwritable(path, systemReason(error), howToWrite(error));

/** What lets a file or folder be written that the system refused. */
export const howToWrite = (error: unknown): string =>
  isDiskFull(error) ? 'make room there, or choose another path' : 'choose another path';

function removeEmpty(folder: string, end: string): void {
  try {
    for (let at = folder; at !== end; at = dirname(at)) rmdirSync(at);
  } catch {
    // Not empty: the output is in it, or something of others.
  }
}
