import type { Assemblies } from './assemblies.js';
import type { Clock } from './clock.js';
import type { Events } from './events.js';
import type { Jobs } from './jobs.js';
import type { ObjectStore } from './object-store.js';
import type { Orchestrator } from './orchestrator.js';
import type { Stacks } from './stacks.js';
import type { Values } from './values.js';

/** The world as controller and worker see it. */
export interface Ports {
  readonly assemblies: Assemblies;
  readonly clock: Clock;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly orchestrator: Orchestrator;
  readonly stacks: Stacks;
  readonly store: ObjectStore;
  readonly values: Values;
}
