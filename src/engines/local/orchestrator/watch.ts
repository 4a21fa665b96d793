import { mkdirSync, watch } from 'node:fs';

/** File systems that tell of no changes are looked at so often, in milliseconds. */
const often = 1_000;

/**
 * Calls `look` soon after each change in a folder, and from time to time anyway, until the signal is aborted.
 * It is called once at the beginning, too.
 */
export function onChanges(folder: string, signal: AbortSignal, look: () => void): void {
  mkdirSync(folder, { recursive: true });
  let isDue = false;
  const soon = () => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      if (!signal.aborted) look();
    });
  };
  const watcher = watch(folder, { persistent: false }, soon);
  watcher.on('error', () => watcher.close());
  const timer = setInterval(soon, often);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      watcher.close();
    },
    { once: true },
  );
  soon();
}
