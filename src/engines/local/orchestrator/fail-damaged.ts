import { appendFileSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../interpreter/journal.js';
import { redrivesOf } from './describe.js';
import { readLines } from './history.js';
import { historyFile } from './places.js';

/**
 * Ends an execution of which something cannot be read, at a time in milliseconds since 1970: nobody knows from where it
 * would go on.
 */
export function failDamaged(folder: string, cause: string, now: number): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, historyFile);
  const { lines, end } = readLines(file, 0);
  const event: Event = {
    id: lines.length + 1,
    previousEventId: lines.length,
    timestamp: new Date(now).toISOString(),
    type: 'ExecutionFailed',
    executionFailedEventDetails: { error: 'States.Runtime', cause },
    redrives: redrivesOf(folder),
  };
  appendFileSync(file, '');
  truncateSync(file, end);
  appendFileSync(file, `${JSON.stringify(event)}\n`);
}
