import { constants } from 'node:os';
import { inputIsTerminal, readAll, type Stream, standardStream } from './stream.js';

/** The process as a command sees it. */
export interface Terminal {
  /** Results. */
  readonly out: Stream;
  /** Talk: problems, progress, what to do next. */
  readonly err: Stream;
  readonly folder: string;
  /** Everything on standard input. */
  readonly readInput: () => Buffer;
  /** What somebody answers a question with; undefined when nobody is there to be asked. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /**
   * Aborted on Ctrl-C or when the process is told to end; from the first call on these no longer end it by themselves.
   * The second time the process exits at once.
   */
  readonly interruption: () => AbortSignal;
}

/** Milliseconds after which a clean-up is worth a word. */
const patience = 100;

export function processTerminal(): Terminal {
  let controller: AbortController | undefined;
  const err = standardStream(2, () => process.stderr);
  const terminal: Terminal = {
    out: standardStream(1, () => process.stdout),
    err,
    get folder() {
      return process.cwd();
    },
    readInput: () => {
      if (inputIsTerminal()) err.write('reading standard input; Ctrl-D on a line of its own ends it\n');
      return readAll(0);
    },
    ask: async (question) => {
      if (!inputIsTerminal() || !err.isTerminal()) return undefined;
      err.write(question);
      const { readLine } = await import('./read-line.js');
      return readLine(terminal.interruption());
    },
    interruption: () => {
      if (controller === undefined) {
        const started = new AbortController();
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
          process.on(signal, () => {
            if (started.signal.aborted) process.exit(128 + constants.signals[signal]);
            started.abort(signal);
            setTimeout(
              () => err.write('plancc: cleaning up; Ctrl-C again ends it at once\n'),
              patience,
            ).unref();
          });
        controller = started;
      }
      return controller.signal;
    },
  };
  return terminal;
}
