import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDecisionKey, parseRequestKey } from '../../../environment/keys.js';
import { orRefused } from '../../../environment/refused.js';
import { objectOr } from '../../../language/json.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { namesIn } from '../names-in.js';

/** What S3 tells of a new object: its key, and who put it. */
export interface Notification {
  readonly key: string;
  readonly by: string;
}

const isNotified = (key: string): boolean => (parseRequestKey(key) ?? parseDecisionKey(key)) !== undefined;

/** The store, where new requests and decisions leave a notification of who put them in `folder`. */
export const withNotifications = (store: ObjectStore, folder: string, by: string): ObjectStore => ({
  ...store,
  putIfAbsent: async (key, body) => {
    // Before the object: one without a notification would wait for ever, the other way round nothing has happened.
    const written = isNotified(key) ? await orRefused(folder, () => notify(folder, { key, by })) : undefined;
    const isPut = await store.putIfAbsent(key, body);
    if (written !== undefined) (isPut ? touch : remove)(written);
    return isPut;
  },
});

function notify(folder: string, notification: Notification): string {
  mkdirSync(folder, { recursive: true });
  const name = randomUUID();
  const file = join(folder, `${name}.json`);
  const unseen = join(folder, `.${name}`);
  try {
    writeFileSync(unseen, JSON.stringify(notification));
    renameSync(unseen, file);
  } finally {
    remove(unseen);
  }
  return file;
}

const remove = (file: string): void => rmSync(file, { force: true });

/** Who watches the folder looks again: it may have looked before the object was there. */
function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // It has been dealt with.
  }
}

/** A notification that waits, with the file to remove when it has been dealt with. */
export interface Waiting extends Notification {
  readonly file: string;
}

export function readNotifications(folder: string): readonly Waiting[] {
  return namesIn(folder).flatMap((name) => {
    if (!name.endsWith('.json')) return [];
    const file = join(folder, name);
    try {
      const { key, by } = objectOr(JSON.parse(readFileSync(file, 'utf8')));
      return typeof key === 'string' && typeof by === 'string' && isNotified(key) ? [{ key, by, file }] : [];
    } catch {
      // Taken back, or nothing that plancc wrote.
      return [];
    }
  });
}
