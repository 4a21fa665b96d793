import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../../environment/controller/world.js';
import type { Folders } from './folders.js';
import { withNotifications } from './host/notifications.js';
import { openEngine } from './open-engine.js';
import { isHeld } from './store/lock.js';
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
  const { notifications } = engine.folders;
  const store = withNotifications(engine.store, notifications, userName());
  return {
    ports: { ...worldOfNone(engine), store },
    wake: async () => {
      if (!isHeld(engine.folders.hostLock)) startHost(plancc, root, engine.folders);
    },
  };
}

/** A process of its own, which goes on when the one that started it ends. */
function startHost(plancc: readonly string[], root: string, { engine, hostLog }: Folders): void {
  mkdirSync(engine, { recursive: true });
  // What an environment knows is not part of the source that it lies in.
  writeFileSync(join(root, '.gitignore'), '*\n');
  const log = openSync(hostLog, 'a');
  const [program, ...words] = [...plancc, 'host', '--store', root];
  const host = spawn(program!, words, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  host.unref();
  closeSync(log);
}
