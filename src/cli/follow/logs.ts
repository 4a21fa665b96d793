import { type DeploymentName, logsPrefix, logTime } from '../../environment/keys.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { StatePlace } from './news.js';
import { placeOfEntry } from './place.js';

/** A line of a job's log. */
export interface LogLine extends StatePlace {
  /** When its runner had put all of it, a moment after it was written; RFC 3339. */
  readonly time: string;
  readonly text: string;
}

/**
 * Reads what jobs have written since it was last asked, line by line; a line that is not complete yet when `isEnd` says
 * that nothing more comes.
 */
export function logReader(
  store: ObjectStore,
  { environment, name, deployment }: DeploymentName,
): (isEnd: boolean) => Promise<readonly LogLine[]> {
  const prefix = logsPrefix(environment, name, deployment);
  const seen = new Set<string>();
  const begun = new Map<string, Pick<LogLine, 'time' | 'text'>>();
  return async (isEnd) => {
    const found: LogLine[] = [];
    for (const key of (await store.list(prefix)).filter((one) => !seen.has(one)).sort(byNumber)) {
      seen.add(key);
      const time = logTime(key);
      if (time === undefined) continue;
      const entry = key.slice(prefix.length, key.lastIndexOf('/'));
      const text = (begun.get(entry)?.text ?? '') + ((await store.get(key))?.body.toString('utf8') ?? '');
      const lines = text.split('\n');
      begun.set(entry, { time, text: lines.pop() ?? '' });
      found.push(...lines.map((line) => ({ time, ...placeOfEntry(entry), text: line.replace(/\r$/, '') })));
    }
    if (!isEnd) return found;
    const rest = [...begun].filter(([, { text }]) => text !== '');
    begun.clear();
    return [...found, ...rest.map(([entry, { time, text }]) => ({ time, ...placeOfEntry(entry), text }))];
  };
}

/**
 * When a job began or ended, in milliseconds since 1970, by the line in which its runner notes that; undefined for lines of
 * the job.
 */
export function noteTime(text: string): number | undefined {
  const [, time] = /^--- (\d{4}-\d\d-\d\dT\S+Z) .* ---$/.exec(text) ?? [];
  return time === undefined ? undefined : Date.parse(time);
}

/** Whether the runner notes how a job begins or ends, which its state tells as well. */
export const isNote = (text: string): boolean => noteTime(text) !== undefined;

/** Entries in the order of their iterations, pieces of one in that of their times. */
const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
