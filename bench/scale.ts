import { spawnSync } from 'node:child_process';
import { parseDocument } from 'yaml';
import { build } from '../scripts/build.js';
import { median, table } from './measure.js';

// What a state costs in plans of very different size, in a warm process, against the floor: the parse by `yaml` alone.
await build();
const entry: string = '../dist/index.js';
const { compile, virtualProject } = (await import(entry)) as typeof import('../src/index.js');

const state = (index: number): string =>
  index % 3 === 2
    ? `  S${index}:\n    Type: Pass\n    Comment: nothing to do\n`
    : `  S${index}:\n    Type: runner\n    Properties:\n      Commands: [./run --fast]\n      Environment:\n        ENVIRONMENT: \${{ Environment }}\n        BEFORE: ${index < 3 ? 'none' : `\${{ States.S${index - (index % 3) - 3}.id }}`}\n`;

const plan = (states: number): string =>
  `Name: scale\nVersion: 1.0.0\nStates:\n${Array.from({ length: states }, (_, index) => state(index)).join('')}`;

/** Milliseconds of CPU, over all threads. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const sizes = [10, 100, 1_000, 10_000];
const project = virtualProject({});
const measured = new Map(sizes.map((size) => [size, { floor: [] as number[], whole: [] as number[] }]));
for (let round = 0; round < 7; round++) {
  for (const [size, { floor, whole }] of measured) {
    // Small plans many times, so that each measurement is of about as many states.
    const times = Math.max(1, 5_000 / size);
    const text = plan(size);
    const repeat = (work: () => void) => cpu(() => Array.from({ length: times }, work)) / times / size;
    const parsed = repeat(() => parseDocument(text, { uniqueKeys: false, merge: true, prettyErrors: false }));
    const compiled = repeat(() => compile({ file: 'plan.yaml', text, project }));
    // The first round warms up.
    if (round > 0) {
      floor.push(parsed);
      whole.push(compiled);
    }
  }
}
/** Peak memory of a process that compiles a plan once, in MB. */
function memory(text: string): number {
  const script = `import { readFileSync } from 'node:fs';
    import { compile, virtualProject } from ${JSON.stringify(new URL(entry, import.meta.url).href)};
    compile({ file: 'plan.yaml', text: readFileSync(0, 'utf8'), project: virtualProject({}) });
    console.log(process.resourceUsage().maxRSS);`;
  const options = { input: text, encoding: 'utf8' } as const;
  return Number(spawnSync(process.execPath, ['--input-type=module', '-e', script], options).stdout) / 1000;
}

const rows = [...measured].map(([size, { floor, whole }]) => {
  const [parsed, compiled] = [median(floor), median(whole)];
  const peak = memory(plan(size));
  return [
    String(size),
    parsed.toFixed(3),
    compiled.toFixed(3),
    (compiled / parsed).toFixed(2),
    peak.toFixed(0),
  ];
});
console.log(`CPU time per state, ms; medians of 6 rounds, Node ${process.version}\n`);
console.log(table(['states', 'yaml alone', 'compile', 'ratio', 'peak memory, MB'], rows));
