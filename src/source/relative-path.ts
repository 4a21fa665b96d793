import { inside } from './paths.js';

/** The path of the project that `path`, written relative to `folder`, stands for; undefined when it leaves the project. */
export const resolvePath = (folder: string, path: string): string | undefined =>
  path.startsWith('/') ? undefined : inside(`./${folder}/${path}`);

/** The folder a file or folder is in; `''` for one at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
