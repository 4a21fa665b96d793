import { closeSync, openSync } from 'node:fs';
import { type Problem, problem } from '../diagnostics/problem.js';
import { ignoreFile } from './ignore.js';
import { isDenied, systemReason } from './system-reason.js';

/** `shown`: a file or folder as the user knows it. */
export const unreadable = (shown: string, error: unknown): Problem =>
  problem(
    'PLAN6008',
    { file: shown },
    { path: shown, reason: systemReason(error) },
    { help: shown === ignoreFile ? 'replace it by a file with the patterns' : remedy(error) },
  );

function remedy(error: unknown): string | undefined {
  return isDenied(error)
    ? 'let it be readable for the user who builds, or leave it out by `.planccignore`'
    : undefined;
}

/**
 * Adds to what stands in the way of packing the files that cannot be opened. Packing opens each when its turn comes,
 * and so meets only the first.
 */
export function withUnreadable(
  problems: readonly Problem[],
  files: readonly { readonly absolute: string; readonly path: string }[],
  shown: (path: string) => string = (path) => path,
): readonly Problem[] {
  const told = new Set(problems.map(({ message }) => message));
  const others = files.flatMap(({ absolute, path }) => {
    try {
      closeSync(openSync(absolute, 'r'));
      return [];
    } catch (error) {
      return [unreadable(shown(path), error)];
    }
  });
  return problems.concat(others.filter(({ message }) => !told.has(message)));
}
