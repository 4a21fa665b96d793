import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listed, nearest } from '../diagnostics/suggest.js';
import { nameAnother } from './zip/refuse.js';

/** What to name instead: the zip with the nearest name in the same folder, or the zips that are in the folder. */
export function nearby(path: string): string | undefined {
  try {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    const folder = isFolder ? path : dirname(path);
    const zips = readdirSync(folder)
      .filter((name) => name.endsWith('.zip'))
      .sort();
    const name = isFolder ? '' : basename(path);
    if (zips.includes(name)) return undefined;
    const near = nearest(name, zips);
    const meant = near === undefined ? [] : [`did you mean \`${join(folder, near)}\`?`];
    const others = zips.length > meant.length ? [`zips in \`${folder}\`: ${listed(zips)}`] : [];
    return [...meant, ...others].join(' ') || nameAnother(path);
  } catch {
    return nameAnother(path);
  }
}
