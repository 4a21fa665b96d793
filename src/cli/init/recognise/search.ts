import { posix } from 'node:path';
import type { Project } from '../../../source/project.js';

export interface Folder {
  /** `''` for the root. */
  readonly path: string;
  /** Names of the files in it. */
  readonly files: readonly string[];
}

export interface Searched {
  /** Those nearer to the root first. */
  readonly folders: readonly Folder[];
  /** Whether there was more than is looked through. */
  readonly isCut: boolean;
}

/** How many folders below the root are looked into, one in the other. */
export const deepest = 4;

/** Files and folders: a project of many packages has fewer, and this takes about a second. */
export const mostEntries = 20_000;

/** Folders whose templates and apps are not there to be deployed, are others', or are made of others. */
const passed =
  /^(\..*|node_modules|bower_components|cdk\.out|build|dist|out|target|coverage|vendor|third[_-]party|venv|site-packages|__pycache__|docs?|examples?|samples?|tests?|__tests__|spec|fixtures)$/i;

/** The folders of a project in which something to deploy may be; `stops` says of a folder that it is left alone. */
export function search(project: Project, stops: (folder: Folder) => boolean): Searched {
  const folders: Folder[] = [];
  const waiting = [{ path: '', depth: 0 }];
  let count = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const files: string[] = [];
    const below: typeof waiting = [];
    for (const name of project.list(next.path)) {
      if (++count > mostEntries) return { folders, isCut: true };
      const path = posix.join(next.path, name);
      const kind = project.kind(path);
      if (kind === 'file') files.push(name);
      else if (kind === 'folder' && next.depth < deepest && !passed.test(name))
        below.push({ path, depth: next.depth + 1 });
    }
    const folder = { path: next.path, files };
    if (stops(folder)) continue;
    folders.push(folder);
    waiting.push(...below);
  }
  return { folders, isCut: false };
}
