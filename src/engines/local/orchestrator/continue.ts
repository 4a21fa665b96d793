import { join } from 'node:path';
import { execute } from '../interpreter/execute.js';
import type { Event } from '../interpreter/journal.js';
import { isEnd } from '../interpreter/past.js';
import { redriven } from '../interpreter/redrive.js';
import type { Execution, Tasks } from '../interpreter/run.js';
import { readStart, redrivesOf } from './describe.js';
import { openJournal } from './journal.js';
import { historyFile, partsOf } from './places.js';

/** What an execution works with. */
export type Means = Pick<Execution, 'tasks' | 'items'>;

export interface World extends Pick<Execution, 'tokens' | 'clock'> {
  readonly means: (execution: string) => Promise<Means>;
}

/** Nobody's rights are checked here. */
const roleArn = 'arn:aws:iam::000000000000:role/plancc-local';

/**
 * Runs an execution from where its history ends, to its end. Before a task is done, and before anybody hears of the end, its
 * history is on the disk. Rejects when the signal is aborted because this process stops, or when nothing can be recorded.
 */
export async function continueExecution(
  arn: string,
  folder: string,
  world: World,
  signal: AbortSignal,
): Promise<void> {
  const { machine, definition, input } = readStart(folder)!;
  const means = await world.means(arn);
  const { events, append, settled, close } = openJournal(join(folder, historyFile));
  const broken = new AbortController();
  const tokens = new Set<string>();
  const record = (event: Event) => {
    append(event);
    if (event.token !== undefined) tokens.add(event.token);
  };
  // What nobody can be sure of has not happened: the execution goes on from its journal another time.
  const settle = () =>
    settled().catch((error: unknown) => {
      broken.abort(error);
      throw error;
    });
  const tasks: Tasks = {
    run: async (call) => {
      await settle();
      return means.tasks.run(call);
    },
  };
  try {
    for (const { token } of events) if (token !== undefined) tokens.add(token);
    const again = isToGoOn(folder, events.at(-1)) ? [redriven(events, world.clock)] : [];
    again.forEach(record);
    await execute({
      ...world,
      ...means,
      tasks,
      arn,
      machine,
      definition,
      input,
      name: partsOf(arn).name,
      roleArn,
      random: Math.random,
      journal: { events: [...events, ...again], append: record },
      signal: AbortSignal.any([signal, broken.signal]),
    });
    await settle();
    for (const token of tokens) world.tokens.close(token);
  } finally {
    close();
  }
}

/** Whether an execution that had ended was asked to go on. */
const isToGoOn = (folder: string, last: Event | undefined): boolean =>
  last !== undefined && isEnd(last.type) && redrivesOf(folder) > (last.redrives ?? 0);
