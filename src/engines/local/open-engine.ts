import { systemClock } from '../system-clock.js';
import type { Engine } from './engine.js';
import { createEvents } from './events.js';
import { foldersOf } from './folders.js';
import { meansOf } from './means.js';
import { createOrchestrator } from './orchestrator/index.js';
import { createStore } from './store/index.js';

/** Opens what is below a root; a folder that is not there yet is made when something is written. */
export function openEngine(root: string): Engine {
  const folders = foldersOf(root);
  const engine: Engine = {
    folders,
    store: createStore(folders.store),
    clock: systemClock,
    events: createEvents(folders.events, systemClock),
    orchestrator: createOrchestrator({
      folder: folders.engine,
      clock: systemClock,
      means: (execution) => meansOf(engine, execution),
    }),
  };
  return engine;
}
