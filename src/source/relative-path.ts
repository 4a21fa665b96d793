import { inside } from './paths.js';

/** The path of the project that `path`, written relative to `folder`, stands for; undefined when it leaves the project. */
export const resolvePath = (folder: string, path: string): string | undefined =>
  path.startsWith('/') ? undefined : inside(`./${folder}/${path}`);

/** The folder a file or folder is in; `''` for one at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A path of the project as it is written relative to a folder of it. */
export function relativeTo(folder: string, path: string): string {
  const from = (inside(folder) ?? '').split('/').filter((name) => name !== '');
  const to = path.split('/');
  const apart = from.findIndex((name, index) => name !== to[index]);
  const shared = apart === -1 ? from.length : apart;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}
