import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { World } from '../../environment/controller/world.js';
import { openEngine, worldOfNone } from './engine.js';
import { withNotifications } from './host/notifications.js';
import { ownCommand } from './own-command.js';
import { isHeld } from './store/lock.js';

/** What commands work with. */
export interface Local {
  readonly ports: World;
  /** Sees that a process does what was put into the store. */
  readonly wake: () => Promise<void>;
}

export async function openLocal(root: string): Promise<Local> {
  const engine = openEngine(root);
  const { notifications } = engine.folders;
  const store = withNotifications(engine.store, notifications, userInfo().username);
  return {
    ports: { ...worldOfNone(engine), store },
    wake: async () => {
      if (!isHeld(engine.folders.hostLock)) startHost(root, engine.folders);
    },
  };
}

/** A process of its own, which goes on when the one that started it ends. */
function startHost(root: string, { engine, hostLog }: ReturnType<typeof openEngine>['folders']): void {
  mkdirSync(engine, { recursive: true });
  const log = openSync(hostLog, 'a');
  const [program, ...words] = ownCommand('host', '--store', root);
  const host = spawn(program!, words, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  host.unref();
  closeSync(log);
}
