import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTexts } from '../../language/json.js';
import type { Job } from '../../ports/jobs.js';
import type { Answer } from '../../ports/orchestrator.js';
import type { JsonObject } from '../../source/document.js';
import { runs } from '../../states/run.js';
import { readDeployment } from '../deployments.js';
import { hiddenForms } from '../hidden-forms.js';
import { logsPrefix } from '../keys.js';
import { maskText } from '../mask.js';
import { resolveSecrets } from '../secrets.js';
import { contextOf } from './context.js';
import { failureOf } from './failure.js';
import type { JobHost } from './job-host.js';
import { type JobLog, openLog } from './job-log.js';
import type { Startup } from './startup.js';
import { unpackVersion } from './unpack-version.js';

/**
 * Does a job, and gives what its state is to be told; undefined when another process has begun it. Rejects with the
 * signal's reason alone.
 */
export async function performJob(
  host: JobHost,
  job: Job,
  startup: Startup,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  let folder = '';
  try {
    folder = mkdtempSync(join(tmpdir(), 'plancc-job-'));
    if (!(await host.queue.note(job, { folder }))) return undefined;
    const workplace = await host.workplace(job);
    const { store } = workplace.ports;
    const record = await readDeployment(store, { ...job, name: job.distribution.name });
    const { Environment = {}, ...rest } = job.properties;
    const { value, secrets } = await resolveSecrets(Environment, record ?? {}, workplace.ports);
    const properties = { ...rest, Environment: value };
    const hidden = hiddenForms(secrets);
    const log = openLog(store, logOf(job), hidden, host, printed(host, job));
    return await logged(host, log, hidden, signal, async () => {
      await startup(log);
      await unpackVersion(store, job.distribution, join(folder, 'files'));
      const { perform } = await runs[job.type]!();
      return perform!(contextOf(host, job, workplace, properties, folder, log, signal) as never);
    });
  } catch (error) {
    signal.throwIfAborted();
    return failureOf(error);
  } finally {
    // A folder with many packages takes seconds, for which nobody has to wait. What cannot be removed stays.
    if (folder !== '') rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** One attempt in the log, between the lines that say when it began and how it ended. */
async function logged(
  { clock, runner }: JobHost,
  log: JobLog,
  hidden: readonly string[],
  signal: AbortSignal,
  act: () => Promise<JsonObject>,
): Promise<Answer> {
  const note = (what: string) => log.note(`--- ${new Date(clock.now()).toISOString()} ${what} ---`);
  note(`runner ${runner.name}`);
  try {
    const output = await act();
    signal.throwIfAborted();
    note('done');
    return { output: withTexts(output, (text) => maskText(text, hidden)) };
  } catch (thrown) {
    if (signal.aborted) note('ended, since nobody waits for it any more');
    signal.throwIfAborted();
    const { error, cause: reason } = failureOf(thrown);
    const cause = maskText(reason, hidden);
    const last = log.last();
    note(cause);
    return { error, cause: last === '' ? cause : `${cause}\n${last}` };
  } finally {
    await log.close();
  }
}

/** Several jobs may write at the same time. */
const printed = ({ print }: JobHost, { state }: Job) =>
  print && ((line: string): void => print(`${state}: ${line}`));

const logOf = ({ environment, distribution, deployment, entry }: Job): string =>
  `${logsPrefix(environment, distribution.name, deployment)}${entry}/`;
