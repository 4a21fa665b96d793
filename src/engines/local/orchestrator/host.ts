import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDamaged } from '../../../ports/store-error.js';
import { stopped } from '../interpreter/ending.js';
import { namesIn } from '../names-in.js';
import { removeLeftovers } from '../store/temporary.js';
import { continueExecution, type World } from './continue.js';
import { endOf, redrivesOf } from './describe.js';
import { read } from './documents.js';
import { failDamaged } from './fail-damaged.js';
import { executionOf, markerName, type Places, startFile, stopFile } from './places.js';
import { watchTokens } from './tokens.js';
import { onChanges } from './watch.js';

/** What the host of an orchestrator wants to know. */
export interface Observer {
  /** An execution has ended. */
  readonly onEnd: (execution: string) => void;
  /** An execution stands still, and is tried again later: for example, the disk is full. */
  readonly complain: (error: unknown) => void;
}

/** Who made a marker has started the execution within this time, in milliseconds, or never will. */
const patience = 60_000;

/** After an error an execution is left alone for so long, in milliseconds. */
const pause = 5_000;

/** Runs all executions that have not ended, and those that are started meanwhile, until the signal is aborted. */
export async function runExecutions(
  places: Places,
  world: Omit<World, 'tokens'>,
  { onEnd, complain }: Observer,
  signal: AbortSignal,
): Promise<void> {
  const running = new Map<string, { readonly controller: AbortController; readonly done: Promise<void> }>();
  const tokens = watchTokens(places, signal);
  removeLeftovers(places.temporary);

  const run = async (arn: string, folder: string, controller: AbortController): Promise<void> => {
    try {
      await continueExecution(arn, folder, { ...world, tokens }, controller.signal);
      onEnd(arn);
    } catch (error) {
      if (signal.aborted) return;
      complain(error);
      if (isDamaged(error)) {
        failDamaged(folder, error.message, world.clock.now());
        return onEnd(arn);
      }
      await world.clock.until(world.clock.now() + pause, signal).catch(() => {});
    } finally {
      running.delete(arn);
      if (!signal.aborted) look(arn);
    }
  };

  const look = (arn: string): void => {
    const folder = places.execution(arn);
    const isHere = running.has(arn);
    if (!isHere && hasNothingToDo(folder, join(places.active, markerName(arn)))) return;
    const { controller } = running.get(arn) ?? { controller: new AbortController() };
    const stop = stopIn(folder);
    if (stop !== undefined) controller.abort(stopped(stop.error, stop.cause));
    if (!isHere) running.set(arn, { controller, done: run(arn, folder, controller) });
  };

  onChanges(places.active, signal, (markers = namesIn(places.active)) => {
    for (const marker of markers) {
      const arn = executionOf(marker);
      if (arn === undefined) rmSync(join(places.active, marker), { recursive: true, force: true });
      else look(arn);
    }
  });
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  for (const { controller } of running.values()) controller.abort(signal.reason);
  await Promise.all([...running.values()].map(({ done }) => done));
}

export interface Stop {
  readonly error: string;
  readonly cause: string;
}

/** A request to stop; one that cannot be read is one, too. */
function stopIn(folder: string): Stop | undefined {
  try {
    return read<Stop>(join(folder, stopFile(redrivesOf(folder))));
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return { error: 'States.Runtime', cause: error.message };
  }
}

/** Whether an execution has ended, or is not there; then its marker goes. */
function hasNothingToDo(folder: string, marker: string): boolean {
  if (!existsSync(join(folder, startFile))) {
    const made = statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > patience) rmSync(marker, { force: true });
    return true;
  }
  if (endOf(folder) === undefined) return false;
  rmSync(marker, { force: true });
  // Who asks for a redrive writes the request first: either it is seen here, or there is a new marker.
  return endOf(folder) !== undefined;
}
