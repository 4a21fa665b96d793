import { execFile } from 'node:child_process';
import { bin, environment, type Ran } from '../../cli/plancc.js';
import type { Credentials, Emulator } from '../emulator/index.js';

export const account = '123456789012';
export const region = 'eu-west-1';
export const place = `${account}/${region}`;

/** Runs command lines in a folder, on the emulator, which this process has to go on listening to. */
export const runner =
  (
    emulator: Emulator,
    cwd: string,
    credentials?: Credentials,
    variables: { readonly [name: string]: string } = {},
  ) =>
  (line: string): Promise<Ran> =>
    new Promise((resolve) => {
      const words = line.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ''));
      const env = environment({ ...emulator.environment(credentials, region), ...variables });
      const run = execFile(process.execPath, [bin, ...words], { cwd, env }, (_, stdout, stderr) =>
        resolve({ status: run.exitCode, stdout, stderr }),
      );
      run.stdin?.end();
    });
