import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
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
    assert.is(shown(compiled), '');
    const { Name: _, Version: __, ...definition } = plan;
    assert.equal(compiled.output?.definition, definition);
  });
}

corpus.run();
