import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../../../distribution/system-reason.js';
import { foldersOf } from '../folders.js';
import { namesIn } from '../names-in.js';
import { placesIn } from '../orchestrator/places.js';
import { isHeld } from '../store/lock.js';

/**
 * Sees that a root has a host: a process of its own, which goes on when the one that started it ends. `plancc` is the
 * command line that starts another process of this plancc.
 */
export function wake(root: string, plancc: readonly string[]): void {
  const { engine, hostLock, hostLog } = foldersOf(root);
  if (isHeld(hostLock)) return;
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

/** The same where something goes on, for one who only looks: the host may have been killed. */
export function wakeIfBusy(root: string, plancc: readonly string[]): void {
  const { engine, notifications } = foldersOf(root);
  try {
    if ([placesIn(engine).active, notifications].some((folder) => namesIn(folder).length > 0))
      wake(root, plancc);
  } catch (error) {
    // Who may look need not be allowed to do anything.
    if (!isSystemError(error)) throw error;
  }
}
