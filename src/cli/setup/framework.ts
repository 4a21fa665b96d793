import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { frameworkKey } from '../../engines/aws/names.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { installed } from '../installed.js';

/** What plancc puts into an account, as this version of it has it. */
export interface Framework {
  /** Texts of the templates. */
  readonly account: string;
  readonly environment: string;
  readonly programs: readonly Program[];
  /** Of all programs. */
  readonly digest: string;
}

interface Program {
  readonly file: Parameters<typeof frameworkKey>[1];
  readonly bytes: Buffer;
}

export const templateText = (stack: 'account' | 'environment'): string =>
  readFileSync(installed(`dist/framework/${stack}.json`), 'utf8');

export function readFramework(): Framework {
  const programs = (['functions.zip', 'runner.cjs'] as const).map(
    (file): Program => ({ file, bytes: readFileSync(installed(`dist/${file}`)) }),
  );
  const digest = createHash('sha256');
  for (const { bytes } of programs) digest.update(createHash('sha256').update(bytes).digest());
  return {
    account: templateText('account'),
    environment: templateText('environment'),
    programs,
    digest: digest.digest('hex'),
  };
}

/** Whether a store has the programs. */
export async function hasPrograms(
  store: ObjectStore,
  { programs, digest }: Pick<Framework, 'programs' | 'digest'>,
): Promise<boolean> {
  const keys = new Set(await store.list(frameworkKey(digest, programs[0]!.file).replace(/[^/]*$/, '')));
  return programs.every(({ file }) => keys.has(frameworkKey(digest, file)));
}

/** Puts the programs into a store that does not have them yet. */
export async function putPrograms(store: ObjectStore, { programs, digest }: Framework): Promise<void> {
  await Promise.all(programs.map(({ file, bytes }) => store.putIfAbsent(frameworkKey(digest, file), bytes)));
}
