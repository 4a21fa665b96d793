import { stringify } from 'yaml';
import type { Problem } from '../../diagnostics/problem.js';
import type { Json, JsonObject } from '../../source/document.js';
import { duration } from '../follow/times.js';
import { plural } from '../report.js';
import type { Ran } from './run.js';
import { wayLines } from './way.js';

/** A case that has run, and what of it is not as expected. */
export interface Simulation extends Ran {
  /** Undefined without a file of cases. */
  readonly name: string | undefined;
  readonly problems: readonly Problem[];
}

/** A simulation for people: the way it went where it is alone or not as expected, else only what it came to. */
export function shown(simulation: Simulation): string {
  const { name, problems } = simulation;
  if (name === undefined) return `${way(simulation)}${came(simulation)}\n${data(simulation)}`;
  const isAsExpected = problems.length === 0;
  const head = `${isAsExpected ? 'passed' : 'failed'}  ${name}: ${came(simulation)}\n`;
  return isAsExpected ? head : `${head}${way(simulation)}`;
}

/** `SUCCEEDED in 2 h, 9 states`. */
const came = ({ environment, trace: { execution, seconds, stays } }: Simulation): string =>
  `${execution.status} in ${environment} after ${duration(seconds)}, ${plural(new Set(stays.map(({ state }) => state)).size, 'state')}`;

const way = ({ trace: { execution, news } }: Simulation): string =>
  wayLines(news, new Date(execution.startDate).toISOString())
    .map((line) => `  ${line}\n`)
    .join('');

function data({ outputs, trace: { execution } }: Simulation): string {
  const hasOutputs = outputs !== undefined && Object.keys(outputs).length > 0;
  const blocks = { outputs: hasOutputs ? outputs : undefined, payload: execution.output };
  return Object.entries(blocks)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .map(([name, value]) => `\n${stringify({ [name]: value }, { lineWidth: 0 })}`)
    .join('');
}

/** A simulation for programs. */
export const asData = ({ name, environment, trace, outputs, problems }: Simulation): JsonObject => ({
  ...(name !== undefined && { name }),
  environment,
  passed: problems.length === 0,
  status: trace.execution.status,
  ...(trace.execution.error !== undefined && {
    error: trace.execution.error,
    cause: trace.execution.cause ?? '',
  }),
  seconds: trace.seconds,
  path: trace.stays.map(({ state, type, iteration, attempts }) => ({ state, type, iteration, attempts })),
  ...(outputs !== undefined && { outputs }),
  ...(trace.execution.output !== undefined && { payload: trace.execution.output }),
});
