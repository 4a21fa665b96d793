import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { stateTypes } from '../../src/states/index.js';
import { examplesOf } from '../documents/blocks.js';
import { shown } from '../golden.js';

const readme = suite('READMEs of the state types');

for (const type of stateTypes) {
  const path = fileURLToPath(new URL(`../../src/states/${type.type}/README.md`, import.meta.url));
  const markdown = readFileSync(path, 'utf8');

  readme(`${type.type}: starts with the summary`, () => assert.ok(markdown.includes(`\n\n${type.summary}`)));

  readme(`${type.type}: has a plan for an example`, () => assert.ok(examplesOf(markdown).length > 0));

  for (const [index, { plan, files }] of examplesOf(markdown).entries()) {
    readme(`${type.type}: example ${index + 1} compiles`, () => {
      const compiled = compile({ file: 'plan.yaml', text: plan, project: virtualProject(files) });
      assert.is(shown(compiled), '');
      assert.ok(compiled.plan!.states.some((state) => state.type === type.type));
    });
  }
}

readme.run();
