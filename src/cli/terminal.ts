import { constants } from 'node:os';
import { readAll, type Stream, standardStream } from './stream.js';

/** The process as a command sees it. */
export interface Terminal {
  /** Results. */
  readonly out: Stream;
  /** Talk: problems, progress, what to do next. */
  readonly err: Stream;
  readonly folder: string;
  /** Everything on standard input. */
  readonly readInput: () => Buffer;
  /**
   * Aborted on Ctrl-C or when the process is told to end; from the first call on these no longer end it by themselves.
   * The second time the process exits at once.
   */
  readonly interruption: () => AbortSignal;
}

export function processTerminal(): Terminal {
  let controller: AbortController | undefined;
  return {
    out: standardStream(1, () => process.stdout),
    err: standardStream(2, () => process.stderr),
    get folder() {
      return process.cwd();
    },
    readInput: () => readAll(0),
    interruption: () => {
      if (controller === undefined) {
        const started = new AbortController();
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
          process.on(signal, () => {
            if (started.signal.aborted) process.exit(128 + constants.signals[signal]);
            started.abort(signal);
          });
        controller = started;
      }
      return controller.signal;
    },
  };
}
