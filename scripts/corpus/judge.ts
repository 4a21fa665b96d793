import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseServices } from '../../src/asl/integrations/sdk/services.js';
import { compile } from '../../src/compiler/index.js';
import type { Path, Problem } from '../../src/diagnostics/problem.js';
import { virtualProject } from '../../src/source/virtual.js';

/** A line of `manifest.jsonl` or `mutants.jsonl`. */
export interface Entry {
  readonly file: string;
  readonly class: 'valid' | 'invalid';
  /** What the verdict rests on; `aws…` is Amazon's own. */
  readonly strength?: string;
  /** Of a mutant: `semantic` ones are accepted by Amazon and fail at run time. */
  readonly kind?: string;
  readonly op?: string;
  readonly expected: { readonly location?: string } | string | null;
}

/** A definition and what plancc says of it. */
export interface Result {
  readonly entry: Entry;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly milliseconds: number;
}

export interface Judged {
  readonly definitions: readonly Result[];
  readonly mutants: readonly Result[];
}

/** Everything in a corpus, judged. */
export function judge(folder: string): Judged {
  const read = (list: string): readonly Entry[] =>
    existsSync(join(folder, list))
      ? readFileSync(join(folder, list), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
  const check = (entry: Entry) => checked(entry, readFileSync(join(folder, entry.file), 'utf8'));
  return { definitions: read('manifest.jsonl').map(check), mutants: read('mutants.jsonl').map(check) };
}

const services = parseServices(
  readFileSync(join(import.meta.dirname, '../../data/aws-services.txt'), 'latin1'),
);

function checked(entry: Entry, text: string): Result {
  const file = entry.file.endsWith('.json') ? 'definition.asl.json' : 'definition.asl.yaml';
  const start = performance.now();
  const { problems } = compile({ file, text, project: virtualProject({}), services: () => services });
  const milliseconds = performance.now() - start;
  const of = (severity: string) => problems.filter((found) => found.severity === severity);
  return { entry, errors: of('error'), warnings: of('warning'), milliseconds };
}

/** Where problems are, as Amazon writes it: `/States/Wait/Choices[0]/Next`. */
export const locations = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ place }) => ('path' in place ? pointer(place.path) : '/'));
const pointer = (path: Path): string =>
  `/${path.map((key) => (typeof key === 'number' ? `[${key}]` : `/${key}`)).join('')}`.replace(/^\/\/?/, '/');

/** Whether a problem is at the expected location, or at what is wrong inside it. `…` stands for any way there. */
function located({ entry: { expected }, errors, warnings }: Result): boolean {
  const location = typeof expected === 'object' ? expected?.location : undefined;
  if (typeof location !== 'string') return true;
  const wanted = new RegExp(`^${location.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('…', '.*')}`);
  return locations([...errors, ...warnings]).some((found) => wanted.test(found));
}

/** Semantic mistakes are those that Amazon accepts: a warning finds them too. */
export const isFound = ({ entry, errors, warnings }: Result): boolean =>
  entry.kind === 'semantic' ? warnings.length + errors.length > 0 : errors.length > 0;
export const isFoundAtPlace = (result: Result): boolean => isFound(result) && located(result);
export const isFalseAlarm = ({ errors }: Result): boolean => errors.length > 0;
export const isWarnedOf = ({ warnings }: Result): boolean => warnings.length > 0;

export const ofClass = (results: readonly Result[], name: Entry['class']): readonly Result[] =>
  results.filter(({ entry }) => entry.class === name);

/** How many of some results pass a test. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}
export const shareOf = (results: readonly Result[], test: (result: Result) => boolean): Share => ({
  part: results.filter(test).length,
  whole: results.length,
});

/** What is measured, with the bar that it is held to. */
export interface Bar {
  readonly what: string;
  readonly share: Share;
  readonly least?: number;
  readonly most?: number;
}

export function bars({ definitions, mutants }: Judged): readonly Bar[] {
  const valid = ofClass(definitions, 'valid');
  const invalid = ofClass(definitions, 'invalid');
  const byAmazon = invalid.filter(({ entry }) => entry.strength?.startsWith('aws'));
  const semantic = mutants.filter(({ entry }) => entry.kind === 'semantic');
  const broken = mutants.filter(({ entry }) => entry.kind !== 'semantic');
  return [
    { what: 'false alarms', share: shareOf(valid, isFalseAlarm), most: 0 },
    { what: 'invalid found', share: shareOf(invalid, isFound), least: 0.98 },
    { what: "with Amazon's verdict found", share: shareOf(byAmazon, isFound), least: 1 },
    { what: 'error mutants at the place', share: shareOf(broken, isFoundAtPlace), least: 0.95 },
    { what: 'semantic mutants at the place', share: shareOf(semantic, isFoundAtPlace), least: 0.9 },
    { what: 'valid with a warning', share: shareOf(valid, isWarnedOf) },
  ];
}
