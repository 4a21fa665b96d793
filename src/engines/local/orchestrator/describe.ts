import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Execution } from '../../../ports/orchestrator.js';
import { isDamaged } from '../../../ports/store-error.js';
import type { JsonObject } from '../../../source/document.js';
import { resultIn } from '../interpreter/execute.js';
import type { Event } from '../interpreter/journal.js';
import { isEnd } from '../interpreter/past.js';
import { read } from './documents.js';
import { lastEvent } from './history.js';
import { historyFile, redriveFile, startFile } from './places.js';

/** What an execution was started with: the definition of its machine as it was then. */
export interface Start {
  /** The ARN of the machine. */
  readonly machine: string;
  readonly definition: JsonObject;
  readonly input: JsonObject;
  /** Milliseconds since 1970. */
  readonly startDate: number;
}

export const readStart = (folder: string): Start | undefined => read<Start>(join(folder, startFile));

/** The event an execution has ended with, and nobody has asked since that it goes on. */
export function endOf(folder: string): Event | undefined {
  const last = lastReadable(folder);
  if (last === undefined || !isEnd(last.type)) return undefined;
  return existsSync(join(folder, redriveFile(redrivesIn(last) + 1))) ? undefined : last;
}

/** Undefined also when it is damaged: who runs the execution then ends it. */
function lastReadable(folder: string): Event | undefined {
  try {
    return lastEvent(join(folder, historyFile));
  } catch (error) {
    if (isDamaged(error)) return undefined;
    throw error;
  }
}

/** An execution as its files say it is; undefined when there is none. */
export function describeExecution(folder: string): Execution | undefined {
  const end = endOf(folder);
  const start = readableStart(folder, end);
  if (start === undefined) return undefined;
  const { startDate, input } = start;
  if (end === undefined) return { status: 'RUNNING', startDate, input, redriveCount: redrivesOf(folder) };
  const common = { startDate, input, stopDate: Date.parse(end.timestamp), redriveCount: redrivesIn(end) };
  const { status, ...result } = resultIn(end);
  return { ...common, status, ...result };
}

/** Of one that has ended, what is damaged does not matter any more. */
function readableStart(
  folder: string,
  end: Event | undefined,
): Pick<Start, 'startDate' | 'input'> | undefined {
  try {
    return readStart(folder);
  } catch (error) {
    if (!isDamaged(error) || end === undefined) throw error;
    return { startDate: Date.parse(end.timestamp), input: {} };
  }
}

/** How often it was redriven before it ended. */
const redrivesIn = (end: Event): number => end.redrives ?? 0;

/** How often it was asked to be redriven. */
export const redrivesOf = (folder: string): number =>
  readdirSync(folder).filter((name) => name.startsWith('redrive-')).length;
