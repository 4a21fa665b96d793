import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bars, judge } from '../../scripts/corpus/judge.js';
import { compile } from '../../src/compiler/index.js';
import { hasErrors } from '../../src/diagnostics/problem.js';
import { virtualProject } from '../../src/source/virtual.js';
import { corpusPlans } from '../asl-corpus.js';
import { shown } from '../golden.js';

const corpus = suite('definitions of others');

const plans = corpusPlans();

if (plans === undefined) corpus.skip('PLANCC_ASL_CORPUS names no folder of definitions', () => {});
else corpus('there are definitions', () => assert.ok(plans.length > 100));

for (const { file, plan } of plans ?? []) {
  corpus(`${file} compiles to itself`, () => {
    const text = JSON.stringify(plan, undefined, 2);
    const compiled = compile({ file: 'plan.json', text, project: virtualProject({}) });
    assert.not(hasErrors(compiled.problems), shown(compiled));
    const { Name: _, Version: __, ...definition } = plan;
    assert.equal(compiled.output?.definition, definition);
  });
}

const folder = process.env.PLANCC_ASL_CORPUS;
for (const { what, share, least, most } of folder ? bars(judge(folder)) : []) {
  corpus(`${what}: the bar is held`, () => {
    assert.ok(share.whole > 0);
    if (least !== undefined) assert.ok(share.part / share.whole >= least, `${share.part} of ${share.whole}`);
    if (most !== undefined) assert.ok(share.part <= most, `${share.part} of ${share.whole}`);
  });
}

corpus.run();
