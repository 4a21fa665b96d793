import { foldedName } from './names.js';

/** Two names for what is one file or folder where case or Unicode form is ignored; equal when a path is there twice. */
export interface Collision {
  readonly first: string;
  readonly second: string;
}

interface Node {
  /** The path that made it. */
  readonly path: string;
  /** What a folder holds by folded name; undefined for a file. */
  readonly inside: Map<string, Node> | undefined;
}

/**
 * Finds the files that would overwrite one another, and those that would take a folder's place. Folders whose files
 * collide are named once, not with each of their files.
 */
export function collisions(paths: Iterable<string>): readonly Collision[] {
  const root = new Map<string, Node>();
  const found = new Map<string, Collision>();
  for (const path of paths) {
    const names = path.split('/');
    let folder = root;
    for (const [depth, name] of names.entries()) {
      const isFile = depth === names.length - 1;
      const key = foldedName(name);
      const node = folder.get(key);
      if (node === undefined) {
        const inside = isFile ? undefined : new Map<string, Node>();
        folder.set(key, { path, inside });
        folder = inside ?? folder;
      } else if (isFile || node.inside === undefined) {
        const collision = shortest(node.path.split('/'), names, depth);
        found.set(`${collision.first}\0${collision.second}`, collision);
        break;
      } else {
        folder = node.inside;
      }
    }
  }
  return [...found.values()];
}

/** Two paths up to the first name in which they differ, and at most to a depth. */
function shortest(first: readonly string[], second: readonly string[], depth: number): Collision {
  const differs = second.findIndex((name, index) => name !== first[index]);
  const length = Math.min(differs === -1 ? depth : differs, depth) + 1;
  return { first: first.slice(0, length).join('/'), second: second.slice(0, length).join('/') };
}
