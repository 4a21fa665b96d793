import { join } from 'node:path';
import { unsafeName } from '../../../distribution/names.js';
import { checkKey } from '../../../environment/check-key.js';

/** Names of files take 255 bytes almost everywhere: characters of up to four, and what is added. */
const longestPiece = 60; // characters

/** Not the name of anything in a key: there, `~` is followed by a digit. */
export const temporaryName = '~tmp';

/**
 * The path of a key in the folder of a store: the key itself, for those to read who look into the folder. A segment that is
 * too long for a name is split over several folders, all but the last with `~1` at their end; `~` is `~0`.
 */
export const pathOf = (folder: string, key: string): string => join(folder, encode(checkKey(key)));

/** The path of the beginning of keys, which ends with `/` or is empty; undefined where there are no such keys. */
export const folderOf = (prefix: string): string | undefined =>
  prefix === '' || unsafeName(prefix.slice(0, -1)) === undefined ? encode(prefix) : undefined;

const encode = (key: string): string =>
  isPlain(key)
    ? key
    : key
        .replaceAll('~', '~0')
        .split('/')
        .map((segment) => pieces(segment).join('~1/'))
        .join('/');

/** Nothing to encode, as in almost all keys: no character of JavaScript takes more than three bytes. */
const isPlain = (key: string): boolean => !/~|[^/]{81}/.test(key);

/** Never between `~` and its digit, which would leave a `~` at the end of a piece. */
const pieces = (segment: string): readonly string[] =>
  Buffer.byteLength(segment) <= 240
    ? [segment]
    : segment.match(new RegExp(`(?:~0|[^~]){1,${longestPiece}}`, 'gsu'))!;

/** Whether the name of a folder is a part of a segment of a key, which goes on in the folder. */
export const isPiece = (name: string): boolean => name.endsWith('~1');

/** The key of a path below the folder of a store, with `/` between its names; undefined when it is that of none. */
export function keyOf(path: string): string | undefined {
  const key = path.replaceAll('~1/', '').replaceAll('~0', '~');
  return unsafeName(key) === undefined && encode(key) === path ? key : undefined;
}
