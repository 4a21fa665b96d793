import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StatesError } from '../../ports/states-error.js';
import { howFailed } from '../../states/ended.js';
import { inherited } from './inherited.js';
import type { Runner } from './job-host.js';
import type { JobLog } from './job-log.js';
import { groupFile } from './process-group.js';
import { runProgram } from './run-program.js';
import { writeScript } from './write-script.js';

/** Makes a runner ready before its first job, whose log shows how; again for the next job if that fails. */
export type Startup = (log: JobLog) => Promise<void>;

export function startupOf({ name, startup, variables }: Runner, signal: AbortSignal): Startup {
  let ready: Promise<void> | undefined;
  const start = async (log: JobLog): Promise<void> => {
    if (startup.length === 0) return;
    const folder = mkdtempSync(join(tmpdir(), 'plancc-startup-'));
    try {
      const program = {
        words: writeScript(startup, join(folder, 'startup.sh')),
        folder,
        variables: { ...inherited([]), ...variables },
        group: join(folder, groupFile),
      };
      const failed = howFailed(await runProgram(program, log.write, signal));
      if (failed === undefined) return;
      throw new StatesError('JobFailed', `\`Startup\` of the runner \`${name}\` ${failed}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return (log) => {
    ready ??= start(log).catch((error) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };
}
