import type { Stream } from './stream.js';

export interface Done {
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface ProgressDisplay {
  readonly update: (done: Done) => void;
  /** Leaves nothing of a bar behind. */
  readonly end: () => void;
}

/**
 * Milliseconds. Something shows within a tenth of a second of starting plancc, but not for work that is done in no time;
 * a log needs no more than a line every few seconds.
 */
const timing = {
  bar: { sinceStart: 90, atLeast: 25, next: 50 },
  line: { sinceStart: 0, atLeast: 3000, next: 5000 },
} as const;

/** Milliseconds since the process started; `performance` takes 2 ms to load. */
const sinceStart = () => process.uptime() * 1000;

/** How far long work is: a bar on a terminal, gone when the work ends or is aborted; plain lines elsewhere. */
export function showProgress(
  what: string,
  stream: Stream,
  signal?: AbortSignal,
  now: () => number = sinceStart,
): ProgressDisplay {
  const started = now();
  const first = ({ sinceStart, atLeast }: (typeof timing)['bar' | 'line']) =>
    Math.max(sinceStart, started + atLeast);
  let due = first(timing.bar);
  let style: 'bar' | 'line' | undefined;
  let shown = false;
  let done: Done = { bytes: 0, totalBytes: 0 };
  const show = () => {
    style ??= stream.live() ? 'bar' : 'line';
    if (now() < first(timing[style])) {
      due = first(timing[style]);
      return;
    }
    stream.write(
      style === 'bar' ? `\r${bar(what, done, stream.columns() || 80)}\x1b[K` : `${line(what, done)}\n`,
    );
    shown = true;
    due = now() + timing[style].next;
  };
  // Before the first file is packed there is nothing to count, and it may take a while.
  const timer = setTimeout(show, due - started + 1);
  const end = () => {
    clearTimeout(timer);
    if (shown && style === 'bar') stream.write('\r\x1b[K');
    shown = false;
    due = Number.POSITIVE_INFINITY;
  };
  signal?.addEventListener('abort', end, { once: true });
  return {
    update: (latest) => {
      done = latest;
      if (now() >= due) show();
    },
    end,
  };
}

function bar(what: string, { bytes, totalBytes }: Done, columns: number): string {
  if (totalBytes === 0) return `${what} …`;
  const width = Math.max(0, Math.min(30, columns - what.length - 34));
  const full = Math.round((width * bytes) / totalBytes);
  return `${line(what, { bytes, totalBytes })}  ${'#'.repeat(full)}${'.'.repeat(width - full)}`;
}

const line = (what: string, { bytes, totalBytes }: Done): string =>
  `${what} ${String(Math.floor((100 * bytes) / Math.max(1, totalBytes))).padStart(3)} %  ${size(bytes)} of ${size(totalBytes)}`;

/** `812 B`, `1.4 MB`: decimal units, as disks and S3 count. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return power === 0 ? `${bytes} B` : `${(bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}
