import type { Clock } from '../../ports/clock.js';
import type { Events } from '../../ports/events.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { Folders } from './folders.js';
import type { LocalOrchestrator } from './orchestrator/index.js';

/** All that is below the root of a local engine. */
export interface Engine {
  readonly folders: Folders;
  readonly clock: Clock;
  readonly events: Events;
  readonly orchestrator: LocalOrchestrator;
  readonly store: ObjectStore;
}
