import { rmSync, statSync } from 'node:fs';
import { executionEnded } from '../../../environment/controller/execution-ended.js';
import { receive } from '../../../environment/controller/receive.js';
import { sweep } from '../../../environment/controller/sweep.js';
import type { World } from '../../../environment/controller/world.js';
import { environmentNames } from '../../../environment/environments.js';
import { timestamp } from '../../../ports/clock.js';
import { readNotifications } from './notifications.js';

/** Milliseconds after which an object that was announced will not come any more: who was to put it has ended. */
const patience = 10_000;

/** Tells the controller of every new request and decision. What cannot be dealt with now is told again the next time. */
export async function receiveAll(world: World, folder: string, complain: Complain): Promise<void> {
  for (const { key, by, file } of readNotifications(folder)) {
    try {
      const isThere = await receive(world, key, { by, at: timestamp(world.clock) });
      if (isThere || ageOf(file) > patience) rmSync(file, { force: true });
    } catch (error) {
      complain(error);
    }
  }
}

export type Complain = (error: unknown) => void;

const ageOf = (file: string): number =>
  Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

/** Goes on with whatever stands still in any environment. */
export async function sweepAll(world: World, complain: Complain): Promise<void> {
  try {
    for (const name of await environmentNames(world.store))
      for (const trouble of await sweep(world, name)) complain(trouble);
  } catch (error) {
    complain(error);
  }
}

export const executionHasEnded = (world: World, execution: string, complain: Complain): Promise<void> =>
  executionEnded(world, execution).catch(complain);
