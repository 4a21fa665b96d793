import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, problem } from '../diagnostics/problem.js';
import { isSystemError, systemReason } from '../distribution/system-reason.js';

/** Writes what the compiler made as files of one folder, each whole or not at all. */
export function writeParts(
  parts: readonly { readonly path: string; readonly text: string }[],
  folder: string,
): readonly Problem[] {
  const temporary = join(folder, `.plancc-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    for (const { path, text } of parts) {
      writeFileSync(temporary, text);
      renameSync(temporary, join(folder, basename(path)));
    }
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (existsSync(temporary)) rmSync(temporary);
    return [problem('PLAN6011', { file: folder }, { path: folder, reason: systemReason(error) })];
  }
}
