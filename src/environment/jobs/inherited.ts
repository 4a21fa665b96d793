import { delimiter } from 'node:path';

/**
 * The environment of this process, without what is for itself alone, and with folders that are searched for programs
 * first.
 */
export function inherited(path: readonly string[]): { readonly [name: string]: string } {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('PLANCC_'),
  );
  const { PATH = '', ...others } = Object.fromEntries(own);
  return { ...others, PATH: [...path, PATH].join(delimiter) };
}
