import { mkdirSync, watch } from 'node:fs';

/** File systems that tell of no changes are looked at so often, in milliseconds. */
const often = 1_000;

/**
 * Calls `look` with the names of files in a folder soon after they have changed, until the signal is aborted. Without
 * names, all are to be looked at: at the beginning, and from time to time.
 */
export function onChanges(
  folder: string,
  signal: AbortSignal,
  look: (names?: readonly string[]) => void,
): void {
  mkdirSync(folder, { recursive: true });
  let due: Set<string> | undefined;
  const soon = (name: string) => {
    if (due !== undefined) return due.add(name);
    due = new Set([name]);
    return setImmediate(() => {
      const names = [...(due ?? [])];
      due = undefined;
      if (!signal.aborted) look(names);
    });
  };
  const watcher = watch(folder, { persistent: false }, (_event, name) => {
    if (name !== null) soon(name);
  });
  watcher.on('error', () => watcher.close());
  const timer = setInterval(look, often);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      watcher.close();
    },
    { once: true },
  );
  look();
}
