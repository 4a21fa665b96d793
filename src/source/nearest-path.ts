import { nearest } from '../diagnostics/suggest.js';
import type { Project } from './project.js';

/**
 * The path of the project that was meant by one that leads to nothing: the same names but for small mistakes, another
 * ending (`.yml`), or a file or folder of that name elsewhere. Undefined when nothing is near.
 */
export function nearestPath(project: Project, path: string, kind: 'file' | 'folder'): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  return misspelt(project, slashed, kind) ?? elsewhere(project, slashed, kind);
}

function misspelt(project: Project, path: string, kind: 'file' | 'folder'): string | undefined {
  let found = '';
  for (const name of path.split('/')) {
    const names = project.list(found);
    const near = names.includes(name) ? name : (nearest(name, names) ?? otherEnding(name, names));
    if (near === undefined) return undefined;
    found = found === '' ? near : `${found}/${near}`;
  }
  return project.kind(found) === kind ? found : undefined;
}

/** `database.yaml` for `database.json` or `database`, when nothing else has that name. */
function otherEnding(name: string, names: readonly string[]): string | undefined {
  const start = `${name.replace(/\.[a-z]+$/, '')}.`;
  const same = names.filter((other) => other.startsWith(start));
  return same.length === 1 ? same[0] : undefined;
}

// A project may hold a great many files; to look at all of them for a hint would be felt.
const mostLookedAt = 2000;

function elsewhere(project: Project, path: string, kind: 'file' | 'folder'): string | undefined {
  const wanted = path.slice(path.lastIndexOf('/') + 1);
  const folders = [''];
  let lookedAt = 0;
  for (const folder of folders) {
    for (const name of visible(project.list(folder))) {
      if (lookedAt++ > mostLookedAt) return undefined;
      const found = folder === '' ? name : `${folder}/${name}`;
      const is = project.kind(found);
      if (is === kind && name === wanted) return found;
      if (is === 'folder') folders.push(found);
    }
  }
  return undefined;
}

/** Names that people care for when they look into a folder. */
export const visible = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name !== 'node_modules' && !name.startsWith('.'));
