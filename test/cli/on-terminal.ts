import { spawn, spawnSync } from 'node:child_process';
import { quoted } from '../../src/cli/shell-word.js';
import { isThere } from '../tools.js';
import { bin, type Environment, environment, ourPlancc } from './plancc.js';

/** `script` of util-linux gives a command a pseudo-terminal of its own for all of its streams. */
export const hasTerminals = isThere('script');

const script = (command: string): readonly string[] => [
  '--quiet',
  '--return',
  '--command',
  command,
  '/dev/null',
];

/** What a terminal shows of a line of bash, in which `plancc` is ours; `typed` is what somebody types meanwhile. */
export const shown = (line: string, cwd: string, env: Environment = {}, typed = ''): string =>
  spawnSync('script', script(`bash -c ${quoted(`${ourPlancc}; ${line}`)}`), {
    cwd,
    env: environment({ TERM: 'xterm', ...env }),
    encoding: 'utf8',
    input: typed,
  }).stdout;

export interface Session {
  /** Resolves with the milliseconds since the start when a text is shown. */
  readonly until: (text: string) => Promise<number>;
  readonly type: (keys: string) => void;
  readonly ended: Promise<{
    readonly status: number | null;
    readonly shown: string;
    readonly milliseconds: number;
  }>;
}

/** `plancc` with these words on a terminal, while it runs. */
export function session(words: readonly string[], cwd: string, env: Environment = {}): Session {
  const started = performance.now();
  const command = `exec ${[process.execPath, bin, ...words].map(quoted).join(' ')}`;
  const child = spawn('script', script(command), { cwd, env: environment({ TERM: 'xterm', ...env }) });
  let text = '';
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    for (const look of waiting) look();
  });
  const ended = new Promise<{ status: number | null; shown: string; milliseconds: number }>((resolve) =>
    child.on('close', (status) =>
      resolve({ status, shown: text, milliseconds: performance.now() - started }),
    ),
  );
  return {
    until: (wanted) =>
      Promise.race([
        new Promise<number>((resolve) => {
          const look = () => {
            if (text.includes(wanted)) resolve(performance.now() - started);
          };
          waiting.add(look);
          look();
        }),
        ended.then(() => {
          throw new Error(`ended without \`${wanted}\`: ${text}`);
        }),
      ]),
    type: (keys) => child.stdin.write(keys),
    ended,
  };
}
