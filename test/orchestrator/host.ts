import { setTimeout } from 'node:timers/promises';
import type { Tasks } from '../../src/engines/local/interpreter/run.js';
import { createItems } from '../../src/engines/local/items.js';
import { createOrchestrator, type LocalOrchestrator } from '../../src/engines/local/orchestrator/index.js';
import { systemClock } from '../../src/engines/system-clock.js';
import type { JsonObject } from '../../src/source/document.js';

export const machineArn = 'arn:aws:states:local:000000000000:stateMachine:machine';

export const nothing: Tasks = { run: async () => ({}) };

/** An orchestrator as any process has it. */
export const open = (folder: string, tasks: Tasks = nothing): LocalOrchestrator =>
  createOrchestrator({ folder, clock: systemClock, means: async () => ({ tasks, items: createItems({}) }) });

export const install = (orchestrator: LocalOrchestrator, definition: JsonObject): Promise<void> =>
  orchestrator.install({ arn: machineArn, name: 'machine', definition: JSON.stringify(definition) });

/** Runs executions while `use` does. */
export async function hosted(
  orchestrator: LocalOrchestrator,
  use: (ended: readonly string[]) => Promise<void>,
  complaints: unknown[] = [],
): Promise<void> {
  const controller = new AbortController();
  const ended: string[] = [];
  const observer = {
    onEnd: (execution: string) => void ended.push(execution),
    complain: (error: unknown) => void complaints.push(error),
  };
  const running = orchestrator.run(observer, controller.signal);
  try {
    await use(ended);
  } finally {
    controller.abort(new Error('the host stops'));
    await running;
  }
}

/** Waits until something is so, for five seconds at most. */
export async function until<Value>(
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
): Promise<Value> {
  for (let count = 0; count < 1_000; count++) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await setTimeout(5);
  }
  throw new Error('it has not happened');
}

/** The status that an execution ends with. */
export const endOf = (orchestrator: LocalOrchestrator, execution: string): Promise<string> =>
  until(async () => {
    const status = (await orchestrator.describe(execution))?.status;
    return status !== 'RUNNING' && status;
  });

/** The token of the task that waits for an answer. */
export const tokenIn = (orchestrator: LocalOrchestrator, execution: string): Promise<string> =>
  until(async () => {
    const events = await orchestrator.history(execution, 0);
    const isWaiting = events.at(-1)?.type === 'TaskSubmitted';
    return isWaiting && String(events.findLast(({ token }) => token !== undefined)?.token);
  });
