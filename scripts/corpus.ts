import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseServices } from '../src/asl/integrations/sdk/services.js';
import { compile } from '../src/compiler/index.js';
import type { Path, Problem } from '../src/diagnostics/problem.js';
import { table } from '../src/schema/table.js';
import { virtualProject } from '../src/source/virtual.js';

/** A line of `manifest.jsonl` or `mutants.jsonl`. */
interface Entry {
  readonly file: string;
  readonly class: 'valid' | 'invalid';
  readonly strength?: string;
  readonly kind?: string;
  readonly op?: string;
  readonly expected: { readonly location?: string } | string | null;
}

interface Result {
  readonly entry: Entry;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly milliseconds: number;
}

// Holds what plancc says of definitions against what AWS or their authors said of them:
// `npm run corpus -- <folder> [origin or operator]`; with a second argument every definition judged wrongly is shown.
const folder = process.argv[2] ?? process.env.PLANCC_ASL_CORPUS;
if (folder === undefined || !existsSync(join(folder, 'manifest.jsonl'))) {
  console.error('give the folder of a corpus as an argument, or in PLANCC_ASL_CORPUS');
  process.exit(2);
}
const detail = process.argv[3];

const entries = (list: string): readonly Entry[] =>
  readFileSync(join(folder, list), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const aws = parseServices(readFileSync('data/aws-services.txt', 'latin1'));

function check(entry: Entry): Result {
  const text = readFileSync(join(folder as string, entry.file), 'utf8');
  const file = entry.file.endsWith('.json') ? 'definition.asl.json' : 'definition.asl.yaml';
  const start = performance.now();
  const { problems } = compile({ file, text, project: virtualProject({}), services: () => aws });
  const milliseconds = performance.now() - start;
  const of = (severity: string) => problems.filter((found) => found.severity === severity);
  return { entry, errors: of('error'), warnings: of('warning'), milliseconds };
}

/** `/States/Wait/Choices[0]/Next`, as AWS writes it. */
const pointer = (path: Path): string =>
  `/${path.map((key) => (typeof key === 'number' ? `[${key}]` : `/${key}`)).join('')}`.replace(/^\/\/?/, '/');
const locations = (problems: readonly Problem[]) =>
  problems.map(({ place }) => ('path' in place ? pointer(place.path) : '/'));

/** Whether a problem is at the expected location, or at what is wrong inside it. `…` stands for any way there. */
function located({ entry: { expected }, errors, warnings }: Result): boolean {
  const location = typeof expected === 'object' ? expected?.location : undefined;
  if (typeof location !== 'string') return true;
  const wanted = new RegExp(`^${location.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('…', '.*')}`);
  return locations([...errors, ...warnings]).some((found) => wanted.test(found));
}

const share = (part: number, whole: number) =>
  whole === 0 ? '' : `${part}/${whole} (${Math.round((1000 * part) / whole) / 10} %)`;

function grouped(
  results: readonly Result[],
  key: (entry: Entry) => string,
): ReadonlyMap<string, readonly Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results)
    groups.set(key(result.entry), [...(groups.get(key(result.entry)) ?? []), result]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function show(result: Result): void {
  const { entry, errors, warnings } = result;
  console.log(`\n${entry.file} is ${entry.class}, expected ${JSON.stringify(entry.expected)}`);
  const all = [...errors, ...warnings];
  for (const [index, { code, message }] of all.entries())
    console.log(`  ${code} ${locations(all)[index]} ${message}`);
}

const definitions = entries('manifest.jsonl').map(check);
const mutants = existsSync(join(folder, 'mutants.jsonl')) ? entries('mutants.jsonl').map(check) : [];

/** Semantic mistakes are those that AWS accepts: a warning finds them too. */
const isFound = ({ entry, errors, warnings }: Result) =>
  entry.kind === 'semantic' ? warnings.length + errors.length > 0 : errors.length > 0;
const origin = ({ file }: Entry) => file.split('/').slice(0, 2).join('/');
const isWrong = (result: Result) =>
  result.entry.class === 'valid' ? result.errors.length > 0 : !isFound(result) || !located(result);

console.log('## Definitions\n');
console.log(
  table(
    ['origin', 'false alarms', 'invalid found', 'warnings on valid'],
    [...grouped(definitions, origin)].map(([name, results]) => {
      const valid = results.filter(({ entry }) => entry.class === 'valid');
      const invalid = results.filter(({ entry }) => entry.class === 'invalid');
      return [
        name,
        share(valid.filter(({ errors }) => errors.length > 0).length, valid.length),
        share(invalid.filter(isFound).length, invalid.length),
        share(valid.filter(({ warnings }) => warnings.length > 0).length, valid.length),
      ];
    }),
  ),
);
console.log('## Mutants\n');
console.log(
  table(
    ['kind', 'operator', 'found', 'at the place'],
    [...grouped(mutants, ({ kind, op }) => `${kind} ${op}`)].map(([name, results]) => [
      ...name.split(' '),
      share(results.filter(isFound).length, results.length),
      share(results.filter((result) => isFound(result) && located(result)).length, results.length),
    ]),
  ),
);

const of = (results: readonly Result[], kind: string) => results.filter(({ entry }) => entry.kind === kind);
const invalid = definitions.filter(({ entry }) => entry.class === 'invalid');
const measured = invalid.filter(({ entry }) => entry.strength?.startsWith('aws'));
const valid = definitions.filter(({ entry }) => entry.class === 'valid');
const errorMutants = mutants.filter(({ entry }) => entry.kind !== 'semantic');
const semantic = of(mutants, 'semantic');
const times = [...definitions, ...mutants].map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
console.log('## All\n');
console.log(
  table(
    ['what', 'bar', 'here'],
    [
      ['false alarms', '0', share(valid.filter(({ errors }) => errors.length > 0).length, valid.length)],
      ['invalid found', '≥ 98 %', share(invalid.filter(isFound).length, invalid.length)],
      ["with AWS's verdict found", '100 %', share(measured.filter(isFound).length, measured.length)],
      [
        'error mutants at the place',
        '≥ 95 %',
        share(
          errorMutants.filter((result) => isFound(result) && located(result)).length,
          errorMutants.length,
        ),
      ],
      [
        'semantic mutants at the place',
        '≥ 90 %',
        share(semantic.filter((result) => isFound(result) && located(result)).length, semantic.length),
      ],
      [
        'valid with a warning',
        '',
        share(valid.filter(({ warnings }) => warnings.length > 0).length, valid.length),
      ],
      ['ms a file, median', '< 2', times[times.length >> 1]!.toFixed(2)],
    ],
  ),
);
if (detail !== undefined)
  for (const result of [...definitions, ...mutants])
    if (isWrong(result) && `${result.entry.file} ${result.entry.op}`.includes(detail)) show(result);
