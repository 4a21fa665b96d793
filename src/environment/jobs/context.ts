import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from '../../ports/jobs.js';
import { diskProject } from '../../source/disk.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { JobContext } from '../../states/job-context.js';
import { inherited } from './inherited.js';
import type { JobHost, Workplace } from './job-host.js';
import type { JobLog } from './job-log.js';
import { groupFile } from './process-group.js';
import { runProgram } from './run-program.js';
import { writeScript } from './write-script.js';
import { readWritten } from './written.js';

/** What the type of a job's state is given, in a folder that has the distribution's files in `files`. */
export function contextOf(
  { runner }: JobHost,
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
  const program = (words: readonly string[], within: string) => {
    const group = join(folder, groupFile);
    return runProgram({ words, folder: join(files, within), variables, group }, log.write, signal);
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
    commands: (lines, within) =>
      program(writeScript(lines, join(folder, `commands-${++scripts}.sh`)), within),
    program,
    written: () => readWritten(output),
    log: log.write,
    lastLines: log.last,
    signal,
  };
}

/** Values that came by reference may be of any type. */
const texts = (values: JsonObject): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]));

const textOf = (value: Json): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
