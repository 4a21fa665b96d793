import { delimiter } from 'node:path';

/** The environment of this process, without what is for itself alone. */
export const ownEnvironment = (): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('PLANCC_'),
    ),
  );

/** The same, with folders that are searched for programs first. */
export function inherited(path: readonly string[]): { readonly [name: string]: string } {
  const { PATH = '', ...others } = ownEnvironment();
  return { ...others, PATH: [...path, PATH].join(delimiter) };
}
