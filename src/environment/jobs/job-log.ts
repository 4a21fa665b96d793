import type { ObjectStore } from '../../ports/object-store.js';
import { logKey } from '../keys.js';
import { maskOf } from '../mask.js';
import type { JobHost } from './job-host.js';

/** Characters after which a piece is put before its time, and nothing more is read until it is there. */
const fullPiece = 1 << 20;
/** How much of the end is kept for the cause of a failure. */
const lastLines = 20;
const lastCharacters = 4000;

/** The log of a job: it is put into the store in pieces while the job writes. */
export interface JobLog {
  /** Gives a promise when nothing more should be written until it is resolved. */
  readonly write: (text: string) => Promise<void> | undefined;
  /** Writes a line that is not the job's own. */
  readonly note: (line: string) => void;
  /** The last lines of the job, with secrets masked. */
  readonly last: () => string;
  /** When all is in the store. What is written after that is lost. */
  readonly close: () => Promise<void>;
}

/** `prefix` is where its pieces are. `print` is given whole lines of the same. */
export function openLog(
  store: ObjectStore,
  prefix: string,
  hidden: readonly string[],
  { clock, logged }: Pick<JobHost, 'clock' | 'logged'>,
  print?: (line: string) => void,
): JobLog {
  const mask = maskOf(hidden);
  let fresh = '';
  let shown = '';
  let end = '';
  let timer: NodeJS.Timeout | undefined;
  let putting: Promise<void> = Promise.resolve();
  let newest = 0;
  let closed = false;

  let line = '';
  const show = (text: string): void => {
    shown += text;
    if (print === undefined) return;
    const lines = (line + text).split('\n');
    line = lines.pop()!;
    for (const one of lines) print(one);
  };
  const reveal = (text: string): void => {
    show(text);
    end = (end + text).slice(-lastCharacters);
  };
  const revealAll = (): void => {
    reveal(mask.write(fresh) + mask.end());
    fresh = '';
  };
  const put = async (): Promise<void> => {
    const piece = shown;
    if (piece === '') return;
    shown = '';
    try {
      // Another runner may write to the same log: the one that was taken for lost.
      do newest = Math.max(newest + 1, clock.now());
      while (!(await store.putIfAbsent(logKey(prefix, newest), Buffer.from(piece))));
    } catch {
      // The work goes on without a log; what could not be put is tried again with the next piece.
      shown = (piece + shown).slice(-fullPiece);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    reveal(mask.write(fresh));
    fresh = '';
    putting = putting.then(put);
    return putting;
  };
  return {
    write: (text) => {
      if (closed) return undefined;
      fresh += text;
      if (fresh.length + shown.length > fullPiece) return flush();
      timer ??= setTimeout(flush, logged);
      return undefined;
    },
    note: (text) => {
      revealAll();
      show(`${shown === '' || shown.endsWith('\n') ? '' : '\n'}${text}\n`);
    },
    last: () => {
      revealAll();
      return end.trimEnd().split('\n').slice(-lastLines).join('\n');
    },
    close: () => {
      closed = true;
      revealAll();
      return flush();
    },
  };
}
