import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/compiler/validate/index.js';
import { schemaCodes } from '../../src/diagnostics/codes/1-schema.js';
import { pretty } from '../../src/diagnostics/formats/pretty.js';
import { locate } from '../../src/diagnostics/locate.js';
import { readDocument } from '../../src/source/read.js';
import { cases, fixtures, matches } from '../golden.js';

const golden = suite('schema: golden cases');
const seen = new Set<string>();

for (const name of cases('schema')) {
  golden(name, () => {
    const folder = join(fixtures, 'schema', name);
    const document = readDocument('plan.yaml', readFileSync(join(folder, 'plan.yaml'), 'utf8'));
    assert.equal(document.problems, []);
    const { problems } = validate(document);
    for (const { code } of problems) seen.add(code);
    if (name.startsWith('PLAN')) assert.ok(problems.some(({ code }) => name.startsWith(code)));
    else assert.is(problems.length, 0);
    matches(join(folder, 'expected.txt'), pretty(locate(problems, new Map([['plan.yaml', document]]))));
  });
}

golden('there is a case for every code', () => {
  // PLAN1011 takes a hundred mistakes: see limits.test.ts.
  const without = Object.keys(schemaCodes).filter((code) => !seen.has(code));
  assert.equal(without, ['PLAN1011']);
});

golden.run();
