import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problem } from '../diagnostics/problem.js';
import { planParts } from '../language/plan-parts.js';
import { type Collision, collisions } from './collisions.js';
import { isNeverPacked, type Rules } from './ignore.js';
import { longestPath, sortedPaths, unsafeName } from './names.js';
import { linkProblem, resolveEntry } from './resolve-entry.js';
import { looksLikeDistribution } from './sniff.js';
import { turns } from './turns.js';
import { unreadable, withUnreadable } from './unreadable.js';

/** A file to pack; what a link leads to is a file like any other. */
export interface ProjectFile {
  /** Relative to the folder that was searched, with `/` between names. */
  readonly path: string;
  readonly absolute: string;
  readonly size: number;
  readonly mode: number;
}

export interface Found {
  /** In bytewise order of their paths. */
  readonly files: readonly ProjectFile[];
  readonly problems: readonly Problem[];
}

export interface Search {
  /** The project's folder as a real path: links may lead anywhere inside it. */
  readonly root: string;
  /** The folder to search, relative to the root; `''` is the root itself. */
  readonly folder: string;
  readonly rules: Rules;
  /** Real path of the zip that is being built, which is left out, as earlier ones are. */
  readonly outputFile: string;
  readonly signal?: AbortSignal | undefined;
}

/** Files and folders of one search: links may multiply a few folders to any number. */
const mostEntries = 200_000;

/**
 * Finds the files of a folder that belong to the package, and everything that stands in the way of packing them.
 * Aborting rejects with the signal's reason.
 */
export async function findFiles({ root, folder, rules, outputFile, signal }: Search): Promise<Found> {
  const files = new Map<string, ProjectFile>();
  const problems: Problem[] = [];
  const shown = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  const turn = turns();
  // `above`: the real folders it is in, itself last.
  const folders: { readonly prefix: string; readonly above: readonly string[] }[] = [
    { prefix: '', above: [realpathSync(join(root, folder))] },
  ];
  let count = 0;

  const visit = (entry: Dirent, path: string, absolute: string, above: readonly string[]) => {
    if (isNeverPacked(entry.name)) return;
    const resolved = resolveEntry(entry, absolute, root, shown(path));
    const isFolder = resolved.kind === 'folder';
    const name = isFolder ? `${path}/` : path;
    if (!rules.packs(name) && !(isFolder && rules.mayPackInside(name))) return;

    count++;
    const refused = refuseName(shown(path));
    if (refused !== undefined) {
      problems.push(refused);
    } else if (resolved.kind === 'unusable') {
      problems.push(resolved.problem);
    } else if (resolved.kind === 'file') {
      if (isOutput(resolved.real, outputFile)) return;
      const { real, size, mode } = resolved;
      files.set(path, { path, absolute: real, size, mode });
    } else if (above.includes(resolved.real)) {
      problems.push(linkProblem('PLAN6003', absolute, shown(path)));
    } else {
      folders.push({ prefix: name, above: [...above, resolved.real] });
    }
  };

  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const { prefix, above } = next;
    const real = above.at(-1)!;
    const entries = namesIn(real, shown(prefix).slice(0, -1) || '.');
    if ('code' in entries) {
      problems.push(entries);
      continue;
    }
    for (const entry of entries) {
      await turn();
      signal?.throwIfAborted();
      if (count === mostEntries) return { files: [], problems: [tooMany(folder || '.', files.keys())] };
      visit(entry, prefix + entry.name, join(real, entry.name), above);
    }
  }
  const paths = sortedPaths(files.keys());
  const sorted = paths.map((path) => files.get(path)!);
  const all = problems.concat(collisions(paths.map(shown)).map(collision));
  return { files: sorted, problems: all.length > 0 ? withUnreadable(all, sorted, shown) : [] };
}

const parts = planParts.map((path) => path.slice(path.lastIndexOf('/') + 1));

function namesIn(folder: string, shown: string): readonly Dirent[] | Problem {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = new Set(entries.map(({ name }) => name));
    // What `--out-dir` wrote lies together; nobody else's files have all of these names.
    return parts.every((name) => names.has(name))
      ? entries.filter(({ name }) => !parts.includes(name))
      : entries;
  } catch (error) {
    return unreadable(shown, error);
  }
}

function tooMany(path: string, seen: Iterable<string>): Problem {
  const help = `leave out what no state needs by \`.planccignore\`; most of the first ${mostEntries.toLocaleString('en-US')} are in \`${largestFolder(seen)}\``;
  return problem('PLAN6015', { file: path }, { path, limit: mostEntries }, { help });
}

/** The name at the top below which most paths are. */
function largestFolder(paths: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const [name = ''] = path.split('/', 1);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['.', 0] as const)[0];
}

/** Of this build, or an earlier one: a distribution is never packed into another. */
const isOutput = (path: string, outputFile: string): boolean =>
  path === outputFile || looksLikeDistribution(path);

function refuseName(path: string): Problem | undefined {
  const place = { file: path };
  const reason = unsafeName(path);
  if (reason !== undefined) {
    return problem(
      'PLAN6007',
      place,
      { path, reason },
      { help: 'rename it, or leave it out by `.planccignore`' },
    );
  }
  const bytes = Buffer.byteLength(path);
  if (bytes <= longestPath) return undefined;
  return problem(
    'PLAN6006',
    place,
    { bytes, limit: longestPath },
    { help: 'shorten the names of its folders, or leave it out by `.planccignore`' },
  );
}

const collision = ({ first, second }: Collision): Problem => {
  const help = 'rename one of them, or leave it out by `.planccignore`';
  return problem('PLAN6005', { file: second }, { first, second }, { help });
};
