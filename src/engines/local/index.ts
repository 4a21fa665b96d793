import type { World } from '../../environment/controller/world.js';
import { withNotifications } from './host/notifications.js';
import { wake } from './host/start.js';
import { openEngine } from './open-engine.js';
import { userName } from './user-name.js';
import { worldOfNone } from './world.js';

/** What commands work with. */
export interface Local {
  readonly ports: World;
  /** Sees that a process does what was put into the store. */
  readonly wake: () => Promise<void>;
}

/** `plancc` is the command line that starts another process of this plancc. */
export async function openLocal(root: string, plancc: readonly string[]): Promise<Local> {
  const engine = openEngine(root);
  const store = withNotifications(engine.store, engine.folders.notifications, userName());
  return {
    ports: { ...worldOfNone(engine), store },
    wake: async () => wake(root, plancc),
  };
}
