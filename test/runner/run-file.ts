import { spawn } from 'node:child_process';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why the file failed, beside failed tests. */
  readonly reason?: string;
  readonly output: string;
}

const longest = 480_000; // milliseconds

/** Runs a compiled test file in a process of its own. */
export function runScript(script: string, cwd: string): Promise<Outcome> {
  // Node 20 parses those certificates at each start, which takes longer than to start (70 ms). What the other two say is
  // for the run of the tests, not for the plancc in them.
  const { NODE_EXTRA_CA_CERTS: _, GITHUB_ACTIONS: __, GITHUB_STEP_SUMMARY: ___, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', script], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longest,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
      });
    }
    child.on('close', (code, signal) => resolve(judge(output, code, signal)));
  });
}

/** A file that ran nothing, or ended otherwise than by its tests, has failed whatever its exit code. */
export function judge(output: string, code: number | null, signal: string | null): Outcome {
  const [total, passed, skipped] = ['Total', 'Passed', 'Skipped'].map((label) =>
    Number([...output.matchAll(new RegExp(`^ {2}${label}: +(\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0),
  ) as [number, number, number];
  const failed = total - passed;
  const outcome = { passed, failed, skipped, output };
  const broken = (reason: string): Outcome => ({ ...outcome, failed: failed + 1, reason });
  if (signal !== null) return broken(`was ended by ${signal}`);
  if (code !== 0 && failed === 0) return broken(`crashed with exit code ${code}`);
  if (total === 0 && skipped === 0) return broken('ran no test');
  return outcome;
}
