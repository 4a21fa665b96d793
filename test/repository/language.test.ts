import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { examplesOf } from '../documents/blocks.js';
import { shown } from '../golden.js';

const language = suite('docs/language.md');

const found = examplesOf(readFileSync(join(import.meta.dirname, '../../docs/language.md'), 'utf8'));

language('has examples', () => assert.ok(found.length > 5));

for (const { plan, files } of found) {
  language(`the example \`${plan.split('\n')[0]}\` compiles`, () => {
    assert.is(shown(compile({ file: 'plan.yaml', text: plan, project: virtualProject(files) })), '');
  });
}

language.run();
