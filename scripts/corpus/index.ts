import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../src/schema/table.js';
import {
  type Bar,
  bars,
  type Entry,
  isFalseAlarm,
  isFound,
  isFoundAtPlace,
  isWarnedOf,
  judge,
  locations,
  ofClass,
  type Result,
  type Share,
  shareOf,
} from './judge.js';
import { refusedByAslValidator } from './peers.js';

// Holds what plancc says of definitions against what Amazon or their authors said of them, beside `asl-validator`:
// `npm run corpus -- <folder> [origin or operator]`; with a second argument every definition judged wrongly is shown.
const folder = process.argv[2] ?? process.env.PLANCC_ASL_CORPUS ?? '';
if (!existsSync(join(folder, 'manifest.jsonl'))) {
  console.error('give the folder of a corpus as an argument, or in PLANCC_ASL_CORPUS');
  process.exit(2);
}
const detail = process.argv[3];
const { definitions, mutants } = judge(folder);
const all = [...definitions, ...mutants];

const percent = ({ part, whole }: Share): string =>
  whole === 0 ? '' : `${part}/${whole} (${Math.round((1000 * part) / whole) / 10} %)`;

function grouped(
  results: readonly Result[],
  key: (entry: Entry) => string,
): readonly (readonly [string, readonly Result[]])[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const name = key(result.entry);
    groups.set(name, [...(groups.get(name) ?? []), result]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

const refused = new Map(all.map(({ entry }) => [entry, refusedByAslValidator(folder, entry)]));
/** How many of some results `asl-validator` refuses, of those that it can read. */
const peer = (results: readonly Result[]): string =>
  percent(
    shareOf(
      results.filter(({ entry }) => refused.get(entry) !== undefined),
      ({ entry }) => refused.get(entry) === true,
    ),
  );

const origin = ({ file }: Entry) => file.split('/').slice(0, 2).join('/');
const byOrigin = grouped(definitions, origin).map(([name, results]) => {
  const [valid, invalid] = [ofClass(results, 'valid'), ofClass(results, 'invalid')];
  return [
    name,
    percent(shareOf(valid, isFalseAlarm)),
    peer(valid),
    percent(shareOf(invalid, isFound)),
    peer(invalid),
    percent(shareOf(valid, isWarnedOf)),
  ];
});
const originHead = [
  'origin',
  'false alarms',
  'asl-validator',
  'invalid found',
  'asl-validator',
  'warnings on valid',
];
console.log(`## Definitions\n\n${table(originHead, byOrigin)}`);

const byOperator = grouped(mutants, ({ kind, op }) => `${kind} ${op}`).map(([name, results]) => [
  ...name.split(' '),
  percent(shareOf(results, isFound)),
  percent(shareOf(results, isFoundAtPlace)),
  peer(results),
]);
console.log(
  `## Mutants\n\n${table(['kind', 'operator', 'found', 'at the place', 'asl-validator'], byOperator)}`,
);

const bar = ({ least, most }: Bar): string =>
  least !== undefined ? `≥ ${100 * least} %` : most !== undefined ? `${most}` : '';
const times = all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const summary = bars({ definitions, mutants }).map((one) => [one.what, bar(one), percent(one.share)]);
console.log(
  `## All\n\n${table(['what', 'bar', 'here'], [...summary, ['ms a file, median', '< 2', times[times.length >> 1]!.toFixed(2)]])}`,
);

const isRight = (result: Result) =>
  result.entry.class === 'valid' ? !isFalseAlarm(result) : isFoundAtPlace(result);
for (const result of detail === undefined ? [] : all) {
  const { entry, errors, warnings } = result;
  if (isRight(result) || !`${entry.file} ${entry.op}`.includes(detail!)) continue;
  console.log(`\n${entry.file} is ${entry.class}, expected ${JSON.stringify(entry.expected)}`);
  const found = [...errors, ...warnings];
  for (const [index, { code, message }] of found.entries())
    console.log(`  ${code} ${locations(found)[index]} ${message}`);
}
