import { plancc, type Ran } from '../../cli/plancc.js';
import type { Credentials, Emulator } from '../emulator/index.js';

export const account = '123456789012';
export const region = 'eu-west-1';
export const place = `${account}/${region}`;

/** Runs command lines in a folder, on the emulator. */
export const runner =
  (emulator: Emulator, cwd: string, credentials?: Credentials) =>
  (line: string): Ran =>
    plancc(
      line.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', '')),
      { cwd, env: emulator.environment(credentials, region) },
    );
