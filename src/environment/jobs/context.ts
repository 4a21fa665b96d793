import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Job } from '../../ports/jobs.js';
import { diskProject } from '../../source/disk.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { JobContext } from '../../states/job-context.js';
import type { JobHost, Workplace } from './job-host.js';
import type { JobLog } from './job-log.js';
import { runCommands } from './run-commands.js';
import { type Running, runProgram } from './run-program.js';
import { readWritten } from './written.js';

/** What the type of a job's state is given, in a folder that has the distribution's files in `files`. */
export function contextOf(
  { queue, runner }: JobHost,
  job: Job,
  { ports, path }: Workplace,
  properties: JsonObject,
  folder: string,
  log: JobLog,
  signal: AbortSignal,
): JobContext<JsonObject> {
  const files = join(folder, 'files');
  const input = join(folder, 'input.json');
  const output = join(folder, 'output');
  writeFileSync(input, JSON.stringify(job.payload));
  const variables = {
    ...inherited(path.map((inner) => join(files, inner))),
    ...runner.variables,
    ...texts(properties.Environment as JsonObject),
    PLANCC_ENVIRONMENT: job.environment,
    PLANCC_DEPLOYMENT: job.deployment,
    PLANCC_INPUT: input,
    PLANCC_OUTPUT: output,
  };
  const end = async ({ group, ended }: Running) => {
    const noted = queue.note(job, { folder, group });
    const how = await ended;
    await noted;
    return how;
  };
  let scripts = 0;
  return {
    job,
    properties,
    ports,
    files: () => diskProject(files),
    locate: (path) => join(files, path),
    write: (path, text) => writeFileSync(join(files, path), text),
    variables,
    commands: (lines, within) => {
      const script = join(folder, `commands-${++scripts}.sh`);
      return end(runCommands(lines, script, join(files, within), variables, log.write, signal));
    },
    program: (words, within) => end(runProgram(words, join(files, within), variables, log.write, signal)),
    written: () => readWritten(output),
    log: log.write,
    lastLines: log.last,
    signal,
  };
}

/**
 * The environment of this process, without what is for itself alone, and with folders that are searched for programs
 * first.
 */
function inherited(path: readonly string[]): { readonly [name: string]: string } {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const { PATH = '', ...others } = Object.fromEntries(own);
  return { ...others, PATH: [...path, PATH].join(delimiter) };
}

/** Values that came by reference may be of any type. */
const texts = (values: JsonObject): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]));

const textOf = (value: Json): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
