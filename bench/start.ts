import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { build } from '../scripts/build.js';
import { measure, table } from './measure.js';

// What it costs to start, against bare Node and against others who look at the same definition and template:
// `npm run bench`. Commands of tools that the project does not install are given in PLANCC_BENCH_PEERS, one a line, as
// `name: command for bash`.
const rounds = Number(process.env.PLANCC_BENCH_ROUNDS ?? 15);
const root = join(import.meta.dirname, '..');
const plancc = join(root, 'bin/plancc.cjs');
const plan = join(root, 'bench/six');

await build();
const folder = mkdtempSync(join(tmpdir(), 'plancc-bench-'));
const made = spawnSync('node', [
  plancc,
  'build',
  plan,
  '--out',
  join(folder, 'six.zip'),
  '--out-dir',
  folder,
]);
if (made.status !== 0) throw new Error(String(made.stderr));
// Others know nothing of substitutions.
const definition = readFileSync(join(folder, 'definition.asl.json'), 'utf8');
const worker = 'arn:aws:lambda:eu-central-1:123456789012:function:worker';
const filled = definition.replaceAll('${AWSPartition}', 'aws').replaceAll(/\$\{\w+\}/g, worker);
writeFileSync(join(folder, 'filled.asl.json'), filled);

const installed = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).some((place) => existsSync(join(place, name)));
const peers = (process.env.PLANCC_BENCH_PEERS ?? '').split('\n').filter((line) => line.includes(': '));
const commands = new Map<string, readonly string[]>([
  ['node -e 0', ['node', '-e', '0']],
  ['plancc validate', ['node', plancc, 'validate', plan]],
  ['plancc build', ['node', plancc, 'build', plan, '--out', join(folder, 'six.zip')]],
  ['plancc --help', ['node', plancc, '--help']],
  [
    'asl-validator',
    ['node', join(root, 'node_modules/.bin/asl-validator'), '--json-path', join(folder, 'filled.asl.json')],
  ],
  ...(installed('cfn-lint') ? [['cfn-lint', ['cfn-lint', join(folder, 'template.json')]] as const] : []),
  ...peers.map((line) => [line.split(': ')[0]!, ['bash', '-c', line.slice(line.indexOf(': ') + 2)]] as const),
]);
const samples = measure(commands, rounds);
rmSync(folder, { recursive: true });

const bare = samples.get('node -e 0')!.cpu;
console.log(`A plan of six states; medians of ${rounds} interleaved runs, Node ${process.version}\n`);
console.log(
  table(
    ['command', 'CPU, ms', '× bare node', 'wall, ms'],
    [...samples].map(([name, { cpu, wall }]) => [
      name,
      cpu.toFixed(0),
      (cpu / bare).toFixed(1),
      wall.toFixed(0),
    ]),
  ),
);
