import { mkdirSync, realpathSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Emitted } from '../compiler/emit/index.js';
import type { Problem } from '../diagnostics/problem.js';
import { unwritable, unwritableBecause } from '../distribution/output.js';
import { isSystemError } from '../distribution/system-reason.js';
import { writeWhole } from './write-whole.js';

/**
 * Writes what the compiler made as files of one folder, each whole or not at all. Nothing that the plan needs is
 * replaced when the folder is one of the project.
 */
export function writeParts(
  { parts, files, assets }: Emitted,
  folder: string,
  root: string,
): readonly Problem[] {
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
      return [unwritable(join(folder, basename(taken)), 'a state needs that file', 'choose another folder')];
    for (const { path, text } of parts) writeWhole(join(folder, basename(path)), text);
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [unwritableBecause(folder, error)];
  }
}
