import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { planNames } from '../plan-file.js';
import { isFolder, type NewFile } from './write-new.js';

/** A plan that is there already in one of the folders that get one. */
export function otherPlan(
  root: string,
  folders: readonly string[],
  shown: (path: string) => string,
): readonly Problem[] {
  const plans = folders.flatMap((of) => planNames.map((name) => posix.join(of, name)));
  const plan = plans.find((path) => isThere(join(root, path)));
  if (plan === undefined) return [];
  const help = `check it with \`plancc validate ${shown(plan)}\`, or set up another folder`;
  return [problem('PLAN6080', { file: shown(plan) }, { plan: shown(plan) }, { help })];
}

/** What is in the way of writing files: a plan in one of the folders that get one, or something by a file's name. */
export function obstacles(
  folder: string,
  files: readonly NewFile[],
  shown: (path: string) => string,
): readonly Problem[] {
  const plan = otherPlan(folder, foldersOf(files), shown);
  if (plan.length > 0) return plan;
  const taken = files.flatMap(({ path }) => blockedBy(folder, path) ?? []);
  if (taken.length === 0) return [];
  const paths = [...new Set(taken)].map(shown);
  const them = paths.length === 1 ? 'it' : 'them';
  const help = `nothing was written; move ${them} away, or set up another folder`;
  return [problem('PLAN6081', { file: shown('.') }, { paths }, { help })];
}

/** The folders that get a plan, `''` for the one that is set up. */
export const foldersOf = (files: readonly NewFile[]): readonly string[] =>
  files.flatMap(({ path }) =>
    posix.basename(path) === 'plan.yaml' ? [path === 'plan.yaml' ? '' : posix.dirname(path)] : [],
  );

/** What is there in place of a file, or of a folder it is in. */
export function blockedBy(folder: string, path: string): string | undefined {
  if (isThere(join(folder, path))) return path;
  for (let above = posix.dirname(path); above !== '.'; above = posix.dirname(above)) {
    const found = join(folder, above);
    if (isThere(found)) return isFolder(found) ? undefined : above;
  }
  return undefined;
}

/** Also a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
