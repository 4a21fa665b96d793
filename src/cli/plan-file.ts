import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Problem, problem } from '../diagnostics/problem.js';
import { nearest } from '../diagnostics/suggest.js';
import { systemReason } from '../distribution/system-reason.js';
import { decode } from '../source/decode.js';
import type { Terminal } from './terminal.js';

export interface PlanFile {
  /** The project's folder: absolute, and as the user named it. */
  readonly root: string;
  readonly folder: string;
  /** The plan's path in that folder. */
  readonly file: string;
  readonly text: string;
}

const planNames = ['plan.yaml', 'plan.yml', 'plan.json', 'plancc.yaml'] as const;

/**
 * The plan that an argument names: a file, a folder with one, or `-` for standard input, which belongs to the current
 * folder. Places of problems are as the user would write them.
 */
export function readPlanFile(
  argument: string,
  terminal: Terminal,
): PlanFile | { readonly problems: readonly Problem[] } {
  if (argument === '-')
    return decoded({ root: terminal.folder, folder: '.', file: '<stdin>' }, terminal.readInput());
  const path = resolve(terminal.folder, argument);
  try {
    if (!statSync(path).isDirectory()) {
      const file = { root: dirname(path), folder: dirname(argument), file: basename(path) };
      return decoded(file, readFileSync(path));
    }
    const there = planNames.filter(
      (name) => statSync(join(path, name), { throwIfNoEntry: false }) !== undefined,
    );
    const [file, second] = there;
    if (file === undefined) return noPlan(argument);
    if (second !== undefined) return severalPlans(argument, file, second);
    return decoded({ root: path, folder: argument, file }, readFileSync(join(path, file)));
  } catch (error) {
    return unreadable(argument, path, error);
  }
}

function decoded(plan: Omit<PlanFile, 'text'>, bytes: Buffer): ReturnType<typeof readPlanFile> {
  const read = decode(join(plan.folder, plan.file), bytes);
  return 'text' in read ? { ...plan, text: read.text } : read;
}

function noPlan(folder: string): { readonly problems: readonly Problem[] } {
  const help = `these names were looked for: ${planNames.join(', ')}; name the plan or its folder as an argument`;
  return { problems: [problem('PLAN0020', { file: folder }, { folder }, { help })] };
}

function severalPlans(
  folder: string,
  first: string,
  second: string,
): { readonly problems: readonly Problem[] } {
  const help = `keep one of them, or name the one that is meant: \`${join(folder, first)}\``;
  return { problems: [problem('PLAN0021', { file: folder }, { first, second }, { help })] };
}

function unreadable(
  argument: string,
  path: string,
  error: unknown,
): { readonly problems: readonly Problem[] } {
  const near = nearest(basename(path), neighbours(path));
  const help = near && `did you mean \`${join(dirname(argument), near)}\`?`;
  return { problems: [problem('PLAN0022', { file: argument }, { reason: systemReason(error) }, { help })] };
}

/** Other names in the folder of what is not there; none when it is there and cannot be read. */
function neighbours(path: string): readonly string[] {
  try {
    const names = readdirSync(dirname(path));
    return names.includes(basename(path)) ? [] : names;
  } catch {
    return [];
  }
}
