import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Call, Emulator, Grants } from './index.js';

/** What the emulators of a test run were called for, by those whose policies are looked at. */
export interface Records {
  readonly calls: readonly Pick<Call, 'source' | 'asked' | 'grants' | 'status'>[];
  readonly grants: readonly Grants[];
}

/** The folder that a whole run of the tests leaves its records in. */
export const recordsFolder = 'PLANCC_TEST_RECORDS';

/** In that folder: what was granted and never used, which the run tells at its end. */
export const unusedFile = 'unused.txt';

/** Leaves what an emulator recorded for the tests that come last. */
export function keepRecords(emulator: Emulator): void {
  const folder = process.env[recordsFolder];
  if (folder === undefined) return;
  const calls = emulator
    .calls()
    .filter((call) => call.grants !== null)
    .map(({ source, asked, grants, status }) => ({ source, asked, grants, status }));
  const records: Records = { calls, grants: emulator.grants() };
  writeFileSync(join(folder, `${new URL(emulator.url).port}-${process.pid}.json`), JSON.stringify(records));
}

/** Those of all emulators so far, or undefined where nobody leaves any. */
export function keptRecords(): readonly Records[] | undefined {
  const folder = process.env[recordsFolder];
  if (folder === undefined) return undefined;
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}
