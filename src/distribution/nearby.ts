import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { didYouMean } from '../diagnostics/suggest.js';

/** Which zips are where somebody looked for one: in the folder, or beside the file that is not there. */
export function nearby(path: string): string | undefined {
  try {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    const folder = isFolder ? path : dirname(path);
    const zips = readdirSync(folder).filter((name) => name.endsWith('.zip'));
    if (zips.includes(basename(path))) return undefined;
    const paths = zips.sort().map((name) => join(folder, name));
    return didYouMean(isFolder ? '' : path, paths, `zips in \`${folder}\``);
  } catch {
    return undefined;
  }
}
