import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { type Place, type Problem, problem } from '../diagnostics/problem.js';
import { atExit } from './at-exit.js';
import { copyProject } from './copy.js';
import { isInside } from './resolve-entry.js';
import { runCommand } from './run-command.js';
import { isDenied, isDiskFull, isSystemError, systemReason } from './system-reason.js';

export interface BeforeInput {
  /** Absolute path of the project's folder. */
  readonly root: string;
  /** `Package.Before`: run by the shell one after the other, in the copy's root. */
  readonly commands: readonly string[];
  /** Where a command stands in the plan, by its index. */
  readonly place: (index: number) => Place;
  /** What the commands write, as it comes. */
  readonly onOutput: (chunk: Buffer, stream: 'stdout' | 'stderr') => void;
  /** Aborting ends the command, removes the copy and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface PreparedProject {
  /** Absolute path of the copy. */
  readonly root: string;
  /** Removes the copy. */
  readonly dispose: () => void;
}

/** Copies a project to a temporary folder and runs the commands of `Package.Before` there, until one fails. */
export async function runBefore(
  input: BeforeInput,
): Promise<PreparedProject | { readonly problems: readonly Problem[] }> {
  let folder: string | undefined;
  const dispose = () => {
    if (folder !== undefined) removeCopy(folder);
    forget();
  };
  const forget = atExit(dispose);
  try {
    const root = realpathSync(input.root);
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'plancc-'));
    // The folder's name stays: tools take names from it.
    const copy = join(folder, basename(root));
    await copyProject(root, copy, input.signal);
    const failed = await runCommands(copy, input);
    if (failed === undefined) return { root: copy, dispose };
    dispose();
    return { problems: [failed] };
  } catch (error) {
    dispose();
    if (!isSystemError(error)) throw error;
    return { problems: [notCopied(error, input)] };
  }
}

/** Where the project's own files are the cause, they are the place; else the command that needs the copy. */
function notCopied(error: NodeJS.ErrnoException, { root, place }: BeforeInput): Problem {
  const { path: refused = root } = error;
  const isOwn = isDenied(error) && isInside(refused, root);
  const path = isInside(refused, root) ? relative(root, refused) || '.' : refused;
  const related = [{ place: place(0), message: 'this command runs in a copy of the whole project' }];
  return problem(
    'PLAN6013',
    isOwn ? { file: path } : place(0),
    { path, reason: systemReason(error) },
    { help: howToCopy(error), related: isOwn ? related : [] },
  );
}

async function runCommands(
  copy: string,
  { commands, place, onOutput, signal }: BeforeInput,
): Promise<Problem | undefined> {
  for (const [index, command] of commands.entries()) {
    const reason = await runCommand(command, copy, onOutput, signal);
    if (reason !== undefined) {
      const help = reason.endsWith('code 127')
        ? 'the shell found no such command: install it, or correct its name'
        : 'its output is shown above; it ran in a copy of the project';
      return problem('PLAN6012', place(index), { command, reason }, { help });
    }
  }
  return undefined;
}

function howToCopy(error: unknown): string {
  if (isDiskFull(error)) return 'make room there, or name a larger folder for temporary files by `TMPDIR`';
  return isDenied(error)
    ? 'let it be readable for the user who builds, or move it out of the project'
    : 'the copy is made in the folder for temporary files, which `TMPDIR` names';
}

function removeCopy(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // Commands may have left what cannot be removed (read-only folders); it is in the system's temporary folder.
  }
}
