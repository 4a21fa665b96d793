import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Emitted } from '../compiler/emit/index.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { howToWrite } from '../distribution/output.js';
import { isSystemError, systemReason } from '../distribution/system-reason.js';

/**
 * Writes what the compiler made as files of one folder, each whole or not at all. Nothing that the plan needs is
 * replaced when the folder is one of the project.
 */
export function writeParts(
  { parts, files, assets }: Emitted,
  folder: string,
  root: string,
): readonly Problem[] {
  const refused = (path: string, reason: string, help: string) => [
    problem('PLAN6011', { file: path }, { path, reason }, { help }),
  ];
  const temporary = join(folder, `.plancc-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    const inProject = relative(realpathSync(root), realpathSync(folder));
    const written = parts.map(({ path }) => join(inProject, basename(path)).replaceAll('\\', '/'));
    const needed = new Set([
      ...files.map(({ path }) => path),
      ...assets.flatMap(({ template, path }) => [template, path]),
    ]);
    const taken = written.find((path) => needed.has(path));
    if (taken !== undefined)
      return refused(join(folder, basename(taken)), 'a state needs that file', 'choose another folder');
    for (const { path, text } of parts) {
      writeFileSync(temporary, text);
      renameSync(temporary, join(folder, basename(path)));
    }
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (existsSync(temporary)) rmSync(temporary);
    return refused(folder, systemReason(error), howToWrite(error));
  }
}
