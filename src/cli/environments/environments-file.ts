import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where an environment in AWS is, as `environments.yaml` says it. */
export interface Registered {
  readonly Region: string;
  readonly Profile?: string;
  readonly RoleArn?: string;
}

export const environmentsFile = 'environments.yaml';

/** For those who have no environment yet. */
export const makeInAws = 'in AWS: `plancc env create dev --region <region>`, after `plancc setup`';

/** What has a name in a folder, or in the nearest one above that has it. */
export function upwards(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return join(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}
