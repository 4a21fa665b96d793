import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where an environment in AWS is, as `environments.yaml` says it. */
export interface Registered {
  readonly Region: string;
  readonly Profile?: string;
  readonly RoleArn?: string;
}

export const environmentsFile = 'environments.yaml';

/** What it is called by mistake; ignored, it would let `--env production` mean this machine. */
export const misnamedFile = 'environments.yml';

/** For those who have no environment yet. */
export const makeInAws = 'in AWS: `plancc env create dev --region <region>`, after `plancc setup`';

/** What has one of the names in a folder, or in the nearest one above that has any; of two in one folder the first. */
export function upwards(from: string, ...names: readonly string[]): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (dirname(folder) === folder) return undefined;
  }
}
