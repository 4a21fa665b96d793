import { setTimeout } from 'node:timers/promises';
import { problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { hasEnded, readDeployment } from '../../environment/deployments.js';
import type { DeploymentName } from '../../environment/keys.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { type LogLine, logReader } from '../follow/logs.js';
import { labelOf } from '../follow/place.js';
import { give, say } from '../report.js';
import { findDeployment } from './find.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';

interface LogOptions extends PlaceOptions {
  readonly env: string | undefined;
  readonly state: string | undefined;
  readonly follow: boolean;
}

/** What jobs wrote, each line after the state it is of; of one state, the lines alone. */
export async function logs(places: Places<LogOptions>, word: string | undefined): Promise<ExitCode> {
  const { options, terminal } = places;
  const { place, named } = await findDeployment(places, { word, env: options.env });
  const read = logReader(place.store, named);
  const states = new Set<string>();
  const show = (lines: readonly LogLine[]) => {
    for (const line of lines) states.add(line.state).add(labelOf(line));
    const own = lines.filter((line) => options.state === undefined || isOf(line, options.state));
    give(own.map((line) => textOf(line, options)).join(''), terminal);
    return own.length > 0;
  };
  let any = false;
  for (;;) {
    const isEnd = !options.follow || (await isOver(place, named));
    const lines = await read(isEnd);
    any = show(lines) || any;
    if (isEnd) break;
    await setTimeout(place.pace.pauses.onTerminal, undefined, { signal: terminal.interruption() });
  }
  if (options.state !== undefined && !any)
    throw new StoreError(noLog(place, named, options.state, [...states]));
  if (!any) say(`no job has written anything in ${named.deployment}`, options, terminal);
  return exitCodes.ok;
}

const isOf = (line: LogLine, state: string): boolean => line.state === state || labelOf(line) === state;

function textOf(line: LogLine, { json, state }: LogOptions): string {
  if (json) return `${JSON.stringify(line)}\n`;
  return state === undefined ? `${labelOf(line)} | ${line.text}\n` : `${line.text}\n`;
}

async function isOver({ store }: Place, named: DeploymentName): Promise<boolean> {
  const record = await readDeployment(store, named);
  return record === undefined || hasEnded(record);
}

function noLog(
  { name: file }: Place,
  { deployment }: DeploymentName,
  state: string,
  states: readonly string[],
) {
  const help = didYouMean(state, states, 'states with logs') ?? 'no job has written anything in it';
  return problem('PLAN7033', { file }, { state, deployment }, { help });
}
