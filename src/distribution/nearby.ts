import { readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { didYouMean } from '../diagnostics/suggest.js';

/** Which zips are where somebody looked for one: in the folder, or beside the file that is not there. */
export function nearby(path: string): string | undefined {
  try {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    const folder = isFolder ? path : dirname(path);
    const zips = readdirSync(folder).filter((name) => name.endsWith('.zip'));
    const name = isFolder ? '' : basename(path);
    return zips.includes(name) ? undefined : didYouMean(name, zips.sort(), `zips in \`${folder}\``);
  } catch {
    return undefined;
  }
}
