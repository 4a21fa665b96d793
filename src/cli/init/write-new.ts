import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { isSystemError, systemReason } from '../../distribution/system-reason.js';

export interface NewFile {
  /** Relative to the folder that is set up, with `/` between names. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files that are not there yet, with the folders they need: all of them, or nothing. What appears while this
 * runs is not overwritten either.
 */
export function writeNew(folder: string, files: readonly NewFile[]): readonly Problem[] {
  const undo: (() => void)[] = [];
  let path = folder;
  try {
    makeFolder(folder, undo);
    for (const file of files) {
      path = join(folder, file.path);
      makeFolder(dirname(path), undo);
      write(path, file.text, undo);
    }
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    for (const step of undo.reverse()) attempt(step);
    const help = 'nothing was written; choose a folder in which you may write, or make room for it';
    return [problem('PLAN6011', { file: path }, { path, reason: systemReason(error) }, { help })];
  }
}

function write(path: string, text: string, undo: (() => void)[]): void {
  const file = openSync(path, 'wx');
  undo.push(() => rmSync(path));
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** One folder at a time, so that it is known which ones are new. */
function makeFolder(path: string, undo: (() => void)[]): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path), undo);
  mkdirSync(path);
  undo.push(() => rmdirSync(path));
}

/** Also through links. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What someone else has put into a new folder stays, and the folder with it. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
