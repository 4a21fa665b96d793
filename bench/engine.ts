import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { build } from '../scripts/build.js';
import { measure, median, table } from './measure.js';

// The local engine: events of the interpreter against writing the same events down, deployments against builds, and jobs
// against bare commands. PLANCC_BENCH_ROUNDS is the number of rounds.
const rounds = Number(process.env.PLANCC_BENCH_ROUNDS ?? 7);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'plancc-bench-'));
// A copy: whoever builds meanwhile would have other bundles measured, and V8's code made for none of them.
const own = join(folder, 'plancc');
const plancc = join(own, 'bin/plancc.cjs');
const child = join(folder, 'child.mjs');
const wholly = { recursive: true, force: true } as const;

interface Measured {
  readonly events: number;
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Peak memory of the process, in MB. */
  readonly peak: number;
}

const measured = (...words: readonly string[]): Measured => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [child, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
};

function interpreting(): void {
  buildSync({
    entryPoints: [fileURLToPath(new URL('engine/child.ts', import.meta.url))],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const machines = { chain: 'a chain of 1,000 Pass and Choice states', map: 'a Map of 10,000 items' };
  const ways = { memory: 'in memory', disk: 'on a disk', floor: 'only written down' };
  const rows = Object.entries(machines).flatMap(([machine, title]) => {
    const found = Object.keys(ways).map((): Measured[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [index, way] of Object.keys(ways).entries())
        found[index]!.push(measured(machine, way, folder));
    const floor = median(found.at(-1)!.map(({ cpu }) => cpu));
    return Object.values(ways).map((way, index) => {
      const cpu = median(found[index]!.map((one) => one.cpu));
      const { events } = found[index]![0]!;
      return [
        `${title}, ${way}`,
        String(events),
        cpu.toFixed(0),
        Math.round((events / cpu) * 1000).toLocaleString('en'),
        (cpu / floor).toFixed(1),
        median(found[index]!.map(({ peak }) => peak)).toFixed(0),
      ];
    });
  });
  console.log(table(['interpreter', 'events', 'CPU, ms', 'events/s', '× floor', 'peak, MB'], rows));
}

function deploying(): void {
  const plan = join(root, 'fixtures/landscape/network');
  const store = join(folder, 'store');
  const zip = join(folder, 'network.zip');
  const samples = measure(
    new Map<string, readonly string[]>([
      ['plancc build', ['node', plancc, 'build', plan, '--out', zip]],
      ['plancc deploy, unchanged', ['node', plancc, 'deploy', plan, '--env', 'dev', '--store', store]],
    ]),
    rounds,
  );
  const built = samples.get('plancc build')!;
  console.log(
    table(
      ['command', 'CPU, ms', 'wall, ms', '× build, wall'],
      [...samples].map(([name, { cpu, wall }]) => [
        name,
        cpu.toFixed(0),
        wall.toFixed(0),
        (wall / built.wall).toFixed(1),
      ]),
    ),
  );
}

/** What is asked of a long history against the same of a short one, which is that of the deployments before. */
function lookingBack(): void {
  const long = join(folder, 'long');
  cpSync(join(folder, 'store'), long, wholly);
  const records = join(long, 'store/environments/dev/deployments/network');
  const record = JSON.parse(readFileSync(join(records, readdirSync(records)[0]!), 'utf8'));
  for (let count = 0; count < 10_000; count++) {
    const deployment = `20200101-000000-${count.toString(16).padStart(6, '0')}`;
    writeFileSync(join(records, `${deployment}.json`), JSON.stringify({ ...record, deployment }));
  }
  const of = (store: string, ...words: readonly string[]) => ['node', plancc, ...words, '--store', store];
  const samples = measure(
    new Map(
      ['status', 'history'].flatMap((command) => [
        [`plancc ${command}, a few deployments`, of(join(folder, 'store'), command)],
        [`plancc ${command}, 10,000 deployments`, of(long, command)],
      ]),
    ),
    rounds,
  );
  console.log(
    table(
      ['command', 'CPU, ms', 'wall, ms'],
      [...samples].map(([name, { cpu, wall }]) => [name, cpu.toFixed(0), wall.toFixed(0)]),
    ),
  );
}

/** Seconds between the events of a state's job in the history of the newest execution. */
function working(): void {
  const project = join(folder, 'project');
  mkdirSync(project);
  const states = Array.from(
    { length: 10 },
    (_, index) => `  Job ${index}: { Type: runner, Properties: { Commands: ["true"] } }\n`,
  );
  writeFileSync(join(project, 'plan.yaml'), `Name: jobs\nVersion: 1.0.0\nStates:\n${states.join('')}`);
  const store = join(folder, 'jobs');
  const words = [plancc, 'deploy', project, '--env', 'dev', '--store', store, '--json'];
  const { stdout, status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr + stdout);
  const seconds = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ event, status }) => event === 'state' && status === 'succeeded')
    .map((news) => news.seconds as number);
  const bare = Array.from({ length: 10 }, () => {
    const started = performance.now();
    spawnSync('sh', ['-c', 'true']);
    return performance.now() - started;
  });
  console.log(
    table(
      ['job', 'ms'],
      [
        ['sh -c true', median(bare).toFixed(0)],
        ['the first job of a runner', (seconds[0]! * 1000).toFixed(0)],
        ['a job of a warm runner', (median(seconds.slice(1)) * 1000).toFixed(0)],
      ],
    ),
  );
}

await build();
try {
  for (const part of ['bin', 'dist', 'data', 'schemas', 'templates', 'package.json'])
    cpSync(join(root, part), join(own, part), { recursive: true });
  console.log(`Medians of ${rounds} interleaved runs, Node ${process.version}\n`);
  interpreting();
  console.log();
  deploying();
  console.log();
  lookingBack();
  console.log();
  working();
} finally {
  // Environments end when theirs is removed, and then still note how they were compiled.
  for (const part of ['store', 'long', 'jobs']) rmSync(join(folder, part), { ...wholly, maxRetries: 10 });
  await setTimeout(3000);
  rmSync(folder, wholly);
}
