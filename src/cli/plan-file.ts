import { closeSync, lstatSync, openSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { isDefinition } from '../compiler/definition.js';
import type { Locatable } from '../diagnostics/diagnostic.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { nearest } from '../diagnostics/suggest.js';
import { systemReason } from '../distribution/system-reason.js';
import { decode } from '../source/decode.js';
import { largest, tooLarge } from '../source/size.js';
import { readAll } from './stream.js';
import type { Terminal } from './terminal.js';

export interface PlanFile {
  /** The project's folder: absolute, and as the user named it. */
  readonly root: string;
  readonly folder: string;
  /** The plan's path in that folder. */
  readonly file: string;
  readonly text: string;
}

/** Why there is none, with the text that places are in. */
export interface NoPlanFile {
  readonly problems: readonly Problem[];
  readonly documents?: ReadonlyMap<string, Locatable>;
}

export const planNames = ['plan.yaml', 'plan.yml', 'plan.json', 'plancc.yaml'] as const;

/** Where the plan may be that an argument names. */
export const plansAt = (argument: string): readonly string[] =>
  statSync(argument, { throwIfNoEntry: false })?.isDirectory()
    ? planNames.map((name) => join(argument, name))
    : [argument];

/**
 * The plan that an argument names: a file, a folder with one, or `-` for standard input, which belongs to the current
 * folder. Places of problems are as the user would write them.
 */
export function readPlanFile(
  argument: string,
  terminal: Terminal,
  wanted: 'plan' | 'plan or definition' = 'plan',
): PlanFile | NoPlanFile {
  let named = argument;
  try {
    if (argument === '-') {
      named = '<stdin>';
      return decoded({ root: terminal.folder, folder: '.', file: named }, terminal.readInput());
    }
    const path = isAbsolute(argument) ? argument : resolve(terminal.folder, argument);
    if (!statSync(path).isDirectory()) {
      if (wanted === 'plan' && isDefinition(path)) return noPlanBut(argument);
      const file = { root: dirname(path), folder: dirname(argument), file: basename(path) };
      return decoded(file, readFile(path));
    }
    const names = new Set(readdirSync(path));
    const [file, second] = planNames.filter((name) => names.has(name));
    if (file === undefined) return noPlan(argument, [...names]);
    if (second !== undefined) return severalPlans(argument, file, second);
    named = join(argument, file);
    return decoded({ root: path, folder: argument, file }, readFile(join(path, file)));
  } catch (error) {
    return unreadable(named, error);
  }
}

function noPlanBut(definition: string): NoPlanFile {
  const help = 'write a plan with the same `StartAt` and `States` under a `Name` and a `Version`';
  return { problems: [problem('PLAN0026', { file: definition }, {}, { help })] };
}

function readFile(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    return readAll(file);
  } finally {
    closeSync(file);
  }
}

function decoded(plan: Omit<PlanFile, 'text'>, bytes: Buffer): PlanFile | NoPlanFile {
  const file = join(plan.folder, plan.file);
  if (bytes.length > largest) return { problems: [tooLarge(file)] };
  const read = decode(file, bytes);
  if ('text' in read) return { ...plan, text: read.text };
  const document = { text: read.lossy, range: () => [0, 0] as const };
  return { problems: read.problems, documents: new Map([[file, document]]) };
}

function noPlan(folder: string, names: readonly string[]): NoPlanFile {
  const near = planNames.map((name) => nearest(name, names)).find((name) => name !== undefined);
  const looked = planNames.join(', ');
  const help =
    near === undefined
      ? `looked for ${looked}; name the plan or its folder, or begin one with \`plancc init\``
      : `rename \`${near}\` to one of ${looked}, or name that file: \`plancc validate ${join(folder, near)}\``;
  return { problems: [problem('PLAN0020', { file: folder }, { folder }, { help })] };
}

function severalPlans(folder: string, first: string, second: string): NoPlanFile {
  const help = `keep one of them, or name the one that is meant: \`${join(folder, first)}\``;
  return { problems: [problem('PLAN0021', { file: folder }, { first, second }, { help })] };
}

function unreadable(named: string, error: unknown): NoPlanFile {
  const target = attempt(() => lstatSync(named).isSymbolicLink() && readlinkSync(named));
  const reason = target ? `it is a link to \`${target}\`: ${systemReason(error)}` : systemReason(error);
  const near = nearest(basename(named), neighbours(named));
  const help = near && `did you mean \`${join(dirname(named), near)}\`?`;
  return { problems: [problem('PLAN0022', { file: named }, { reason }, { help })] };
}

/** Other names in the folder of what is not there; none when it is there and cannot be read. */
function neighbours(path: string): readonly string[] {
  const names = attempt(() => readdirSync(dirname(path))) ?? [];
  return names.includes(basename(path)) ? [] : names;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
