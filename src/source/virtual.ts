import { inside } from './paths.js';
import type { Project } from './project.js';

/** A project in memory: paths relative to its root, with `/` between names, and the text of each file. */
export function virtualProject(files: { readonly [path: string]: string }): Project {
  const texts = new Map(Object.entries(files));
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  for (const path of texts.keys()) {
    const names = path.split('/');
    for (let depth = 0; depth < names.length; depth++) {
      const folder = names.slice(0, depth).join('/');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(names[depth]!));
    }
  }
  return {
    kind: (path) => {
      const found = inside(path);
      if (found === undefined) return undefined;
      return texts.has(found) ? 'file' : folders.has(found) ? 'folder' : undefined;
    },
    read: (path) => texts.get(inside(path) ?? '/'),
    list: (path) => [...(folders.get(inside(path) ?? '/') ?? [])].sort(),
    trouble: () => undefined,
  };
}
