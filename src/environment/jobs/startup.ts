import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StatesError } from '../../ports/states-error.js';
import { howFailed } from '../../states/ended.js';
import type { Runner } from './job-host.js';
import type { JobLog } from './job-log.js';
import { runCommands } from './run-commands.js';

/** Makes a runner ready before its first job, whose log shows how; again for the next job if that fails. */
export type Startup = (log: JobLog) => Promise<void>;

export function startupOf({ name, startup, variables }: Runner, signal: AbortSignal): Startup {
  let ready: Promise<void> | undefined;
  const start = async (log: JobLog): Promise<void> => {
    if (startup.length === 0) return;
    const folder = mkdtempSync(join(tmpdir(), 'plancc-startup-'));
    try {
      const script = join(folder, 'startup.sh');
      const environment = { ...process.env, ...variables };
      const { ended } = runCommands(startup, script, folder, environment, log.write, signal);
      const failed = howFailed(await ended);
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
