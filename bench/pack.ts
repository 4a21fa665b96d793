/**
 * Packing against `zip` and against hashing alone: ratios of interleaved runs, medians. A number on the command line
 * is that of the rounds (5).
 */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'plancc-bench-'));
const child = join(folder, 'child.mjs');
const output = join(folder, 'out.zip');
const rounds = Number(process.argv[2] ?? 5);

interface Run {
  /** Milliseconds of the whole process. */
  readonly wall: number;
  /** Milliseconds of processor time, and MiB; only of our own processes. */
  readonly cpu: number;
  readonly rss: number;
}

const environment = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };

function run(command: string, options: readonly string[]): Run {
  rmSync(output, { force: true });
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, options, { cwd: folder, env: environment });
  const wall = performance.now() - started;
  if (status !== 0) throw error ?? new Error(`${command} ${options.join(' ')}: ${stderr}`);
  const { cpu = Number.NaN, rss = Number.NaN } =
    command === process.execPath ? JSON.parse(String(stdout)) : {};
  return { wall, cpu, rss };
}

const ours = (...options: string[]) => run(process.execPath, [child, ...options]);

const tasks = {
  'zip -6 -r': () => run('zip', ['-q', '-6', '-r', output, 'many']),
  'pack, level 6': () => ours('pack', 'many', output, '6'),
  'zip -0 -r': () => run('zip', ['-q', '-0', '-r', output, 'many']),
  'pack, stored': () => ours('pack', 'many', output, '0'),
  hash: () => ours('hash', 'many'),
  'small: pack, level 6': () => ours('pack', 'small', output, '6'),
  'small: pack, stored': () => ours('pack', 'small', output, '0'),
  'small: hash': () => ours('hash', 'small'),
  'bare node': () => run(process.execPath, ['-e', 'console.log("{}")']),
} as const;
type Task = keyof typeof tasks;

/** Folders of real text: stretches of the packages that are installed here. */
function prepare(): void {
  buildSync({
    entryPoints: [join(here, 'pack/child.ts')],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['ignore'],
  });
  const text = sourceText(join(here, '../node_modules'));
  const write = (name: string, count: number, average: number) => {
    for (let index = 0; index < count; index++) {
      const size = Math.floor(average * 2 * random());
      const from = Math.floor(random() * (text.length - size));
      const target = join(folder, name, `d${index % 50}`);
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, `f${index}.js`), text.subarray(from, from + size));
    }
  };
  write('many', 5000, 40_000);
  write('small', 200, 3000);
  mkdirSync(join(folder, 'large'));
  writeFileSync(join(folder, 'large/2GiB'), '');
  truncateSync(join(folder, 'large/2GiB'), 2 ** 31);
}

function sourceText(root: string): Buffer {
  const found: Buffer[] = [];
  let size = 0;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|mjs|cjs|ts|json|md)$/.test(entry.name)) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    found.push(bytes);
    size += bytes.length;
    if (size > 50e6) break;
  }
  return Buffer.concat(found);
}

let seed = 1;
function random(): number {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

try {
  prepare();
  const runs = new Map<Task, Run[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks) as [Task, () => Run][]) {
      runs.set(name, [...(runs.get(name) ?? []), task()]);
    }
  }
  const of = (name: Task, value: keyof Run) => median(runs.get(name)!.map((one) => one[value]));
  console.log('5,000 files, 200 MB; 200 files, 600 kB    wall ms    CPU ms   peak MiB');
  for (const name of runs.keys()) {
    const shown = [of(name, 'wall'), of(name, 'cpu'), of(name, 'rss')];
    const cells = shown.map((value) => (Number.isNaN(value) ? '' : value.toFixed(0)).padStart(10));
    console.log(name.padEnd(40), ...cells);
  }
  const row = (what: string, found: number, limit: string) =>
    console.log(what.padEnd(58), found.toFixed(2).padStart(8), limit.padStart(8));
  console.log('\nratio                                                         found     limit');
  row('level 6 / zip -6, wall', of('pack, level 6', 'wall') / of('zip -6 -r', 'wall'), '0.7');
  row('stored / hash, wall', of('pack, stored', 'wall') / of('hash', 'wall'), '3');
  row('stored / zip -0, wall', of('pack, stored', 'wall') / of('zip -0 -r', 'wall'), '');
  row(
    '200 small files: level 6 / hash, CPU',
    of('small: pack, level 6', 'cpu') / of('small: hash', 'cpu'),
    '2',
  );
  row(
    '200 small files: stored / hash, CPU',
    of('small: pack, stored', 'cpu') / of('small: hash', 'cpu'),
    '2',
  );
  row(
    '200 small files: level 6 / hash, wall',
    of('small: pack, level 6', 'wall') / of('small: hash', 'wall'),
    '2',
  );
  row('peak MiB of 5,000 files', of('pack, level 6', 'rss'), '200');
  row('peak MiB of one file of 2 GiB', ours('pack', 'large', output, '6').rss, '200');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
