import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixText } from '../../../src/cli/fix/fix-text.js';
import { compile } from '../../../src/compiler/index.js';
import type { Path, Problem } from '../../../src/diagnostics/problem.js';
import { diskProject } from '../../../src/source/disk.js';
import type { Document, Json } from '../../../src/source/document.js';
import { readDocument } from '../../../src/source/read.js';
import { cases, compileFolder, fixtures } from '../../golden.js';
import { services } from '../../services.js';

const random = suite('validate --fix on mistakes made at random');

interface Sample {
  readonly folder: string;
  readonly document: Document;
}
const samples = cases('compile')
  .map((name) => join(fixtures, 'compile', name))
  .filter((folder) => compileFolder(folder).output !== undefined)
  .flatMap((folder): Sample[] => {
    const { documents } = compileFolder(folder);
    const document = documents.get('plan.yaml');
    return document === undefined ? [] : [{ folder, document: readDocument('plan.yaml', document.text) }];
  });

type Range = readonly [number, number];

/** Where a letter may go wrong: keys, names of types and targets, names in references. */
function spots({ value, range }: Document): readonly Range[] {
  const found: Range[] = [];
  const visit = (inner: Json, path: Path): void => {
    if (typeof inner === 'string') {
      const named = ['Type', 'Next', 'Default', 'StartAt', 'Runner'].includes(String(path.at(-1)));
      if (named) found.push(range(path, undefined, [0, inner.length]));
      for (const { index, 0: name } of inner.matchAll(/(?<=\$\{\{[^}]*?)\b[A-Z]\w{3,}/g))
        found.push(range(path, undefined, [index, index + name.length]));
    }
    if (typeof inner !== 'object' || inner === null) return;
    for (const [key, item] of Object.entries(inner)) {
      const at = [...path, Array.isArray(inner) ? Number(key) : key];
      if (!Array.isArray(inner) && /^\w{4,}$/.test(key)) found.push(range(at, 'key', [0, key.length]));
      visit(item, at);
    }
  };
  visit(value!, []);
  return found;
}

type Slip = (word: string, at: number) => string;
const slips: readonly Slip[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => `${word.slice(0, at)}q${word.slice(at)}`,
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  (word) => word[0]!.toLowerCase() + word.slice(1),
];

type Slipped = { readonly which: number; readonly slip: Slip; readonly letter: number };
const slip = fc.record({ which: fc.nat(), slip: fc.constantFrom(...slips), letter: fc.nat() });

/** From the end to the beginning, so that the places before stay right. */
function mistaken({ document }: Sample, chosen: readonly Slipped[]) {
  const all = spots(document);
  const places = new Map(chosen.map((one) => [one.which % all.length, one]));
  return [...places]
    .sort(([a], [b]) => all[b]![0] - all[a]![0])
    .reduce((text, [index, one]) => {
      const [from, to] = all[index]!;
      const word = text.slice(from, to);
      return text.slice(0, from) + one.slip(word, one.letter % word.length) + text.slice(to);
    }, document.text);
}

const errorsOf = (problems: readonly Problem[]) =>
  problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);

const isSame = (one: Problem, other: Problem): boolean =>
  JSON.stringify([one.message, one.place]) === JSON.stringify([other.message, other.place]);

async function fixed({ folder }: Sample, text: string) {
  const check = async (given: string) =>
    compile({ file: 'plan.yaml', text: given, project: diskProject(folder), services }).problems;
  const result = await fixText('plan.yaml', text, check);
  return { ...result, before: await check(text), after: await check(result.text), check };
}

const sample = fc.constantFrom(...samples);

random('there are plans to make mistakes in', () => {
  assert.ok(samples.length > 10);
  for (const { document } of samples) assert.ok(spots(document).length > 0);
});

random('one mistake: nothing is made worse, what is fixed is gone, and most are fixed', async () => {
  let [broken, mended] = [0, 0];
  await fc.assert(
    fc.asyncProperty(sample, slip, async (plan, one) => {
      const text = mistaken(plan, [one]);
      const { before, after, fixed: done, text: now, check } = await fixed(plan, text);
      assert.equal(
        errorsOf(after).filter((error) => !errorsOf(before).includes(error)),
        [],
        'nothing new',
      );
      for (const { problem } of done) assert.not.ok(after.some((left) => isSame(left, problem)));
      if (done.length === 0) assert.is(now, text);
      assert.is((await fixText('plan.yaml', now, check)).text, now, 'fixed once and for all');
      if (errorsOf(before).length > 0) broken++;
      if (errorsOf(before).length > 0 && errorsOf(after).length === 0) mended++;
    }),
    { numRuns: 150 },
  );
  assert.ok(mended > broken * 0.8, `${mended} of ${broken} plans were mended`);
});

random('several mistakes: the file stays one that YAML reads, and is fixed once and for all', async () => {
  await fc.assert(
    fc.asyncProperty(sample, fc.array(slip, { minLength: 2, maxLength: 6 }), async (plan, all) => {
      const { before, after, fixed: done, text: now, check } = await fixed(plan, mistaken(plan, all));
      assert.ok(!after.some(({ code }) => code.startsWith('PLAN0')));
      for (const { problem } of done) assert.not.ok(after.some((left) => isSame(left, problem)));
      assert.ok(done.length > 0 || errorsOf(after).length === errorsOf(before).length);
      assert.is((await fixText('plan.yaml', now, check)).text, now);
    }),
    { numRuns: 60 },
  );
});

random('a plan that is right stays as it is', async () => {
  for (const plan of samples) assert.is((await fixed(plan, plan.document.text)).text, plan.document.text);
});

random.run();
