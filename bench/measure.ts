import { spawnSync } from 'node:child_process';

export interface Sample {
  /** Milliseconds: user and system time of the process and its children, over all cores. */
  readonly cpu: number;
  /** Milliseconds. */
  readonly wall: number;
}

/**
 * Runs commands in turns, so that a change in the machine's load meets all of them, and gives the medians.
 * Node 20 parses NODE_EXTRA_CA_CERTS at each start, which would make every ratio to bare Node look better than it is.
 */
export function measure(
  commands: ReadonlyMap<string, readonly string[]>,
  rounds: number,
): ReadonlyMap<string, Sample> {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const samples = new Map([...commands.keys()].map((name) => [name, [] as Sample[]]));
  // The first round is a rehearsal: it fills caches.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, command] of commands) {
      const sample = run(name, command, env);
      if (round > 0) samples.get(name)!.push(sample);
    }
  }
  return new Map(
    [...samples].map(([name, all]) => [
      name,
      { cpu: median(all.map(({ cpu }) => cpu)), wall: median(all.map(({ wall }) => wall)) },
    ]),
  );
}

/** Node does not tell what a child has used; bash does, to the millisecond. */
function run(name: string, command: readonly string[], env: NodeJS.ProcessEnv): Sample {
  const script = 'TIMEFORMAT="%3U %3S %3R"; { time "$@" >/dev/null 2>/dev/null; } 2>&1; exit $?';
  const { stdout, status } = spawnSync('bash', ['-c', script, 'bash', ...command], { env, encoding: 'utf8' });
  const [user, system, wall] = stdout.trim().split(' ').map(Number);
  if (status !== 0 || wall === undefined) throw new Error(`${name} failed: ${command.join(' ')}`);
  return { cpu: (user! + system!) * 1000, wall: wall * 1000 };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}
