import { bundle } from './bundle.js';
import { type Outcome, runScript } from './run-file.js';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs test files, some at a time, tells of each as it ends, and counts. */
export async function runFiles(
  files: readonly string[],
  root: string,
  tell: (text: string) => void,
  atATime = 2,
): Promise<Totals> {
  const { scripts, remove } = await bundle(files, root);
  try {
    const totals = { passed: 0, failed: 0, skipped: 0 };
    const waiting = [...files];
    const work = async () => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        const started = performance.now();
        const outcome = await run(scripts.get(file)!, root);
        tell(describe(file, outcome, performance.now() - started));
        for (const key of ['passed', 'failed', 'skipped'] as const) totals[key] += outcome[key];
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return totals;
  } finally {
    remove();
  }
}

const run = async (made: { script: string } | { error: string }, root: string): Promise<Outcome> =>
  'script' in made
    ? runScript(made.script, root)
    : { passed: 0, failed: 1, skipped: 0, reason: 'does not compile', output: made.error };

function describe(file: string, { passed, failed, skipped, reason, output }: Outcome, time: number): string {
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const head = `${file}: ${counts.join(', ')} (${Math.round(time)} ms)`;
  if (failed === 0) return head;
  return `${head}${reason === undefined ? '' : `: ${reason}`}\n${shortened(output).replace(/^/gm, '    ')}`;
}

const most = 300; // lines

/** The beginning and end of what a failed file printed: a difference of two large values can go on for thousands of lines. */
function shortened(output: string): string {
  const lines = output.split('\n');
  if (lines.length <= most) return output;
  const half = most / 2;
  return [...lines.slice(0, half), `… ${lines.length - most} lines …`, ...lines.slice(-half)].join('\n');
}

/** The line that ends a run. */
export const totalsLine = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
