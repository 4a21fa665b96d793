import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const load = suite('loading JSONata');

const library = join(import.meta.dirname, '../../../dist/index.js');

/** Whether `jsonata` was loaded by compiling a plan with this output, in a process of its own. */
const loadedFor = (output: string): string => {
  const plan = {
    Name: 'shop',
    Version: '1.0.0',
    QueryLanguage: 'JSONata',
    States: { A: { Type: 'Pass', Output: output } },
  };
  const program = `
    import { createRequire } from 'node:module';
    import { compile, virtualProject } from ${JSON.stringify(library)};
    const { problems } = compile({ file: 'plan.json', text: ${JSON.stringify(JSON.stringify(plan))}, project: virtualProject({}) });
    const loaded = Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('jsonata'));
    console.log(loaded, problems.length);
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return stdout.trim() + stderr;
};

load('is left until there is an expression', () => {
  assert.is(loadedFor('text'), 'false 0');
  assert.is(loadedFor("{% 'text' %}"), 'true 0');
  assert.is(loadedFor('{% text %}'), 'true 1');
});

load.run();
