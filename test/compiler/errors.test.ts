import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cases, compileFolder, fixtures, matches, shown } from '../golden.js';

const errors = suite('refused plans');

for (const name of cases('errors')) {
  errors(name, () => {
    const folder = join(fixtures, 'errors', name);
    const compiled = compileFolder(folder);
    const code = name.slice(0, 'PLAN0000'.length);
    assert.ok(
      compiled.problems.some((problem) => problem.code === code),
      `${code} is not reported`,
    );
    assert.is(compiled.output, undefined);
    matches(join(folder, 'expected.txt'), shown(compiled));
  });
}

errors('secrets are not shown, whatever is wrong around them', () => {
  const folder = join(fixtures, 'errors', 'PLAN4035-secret-sources');
  assert.not.match(shown(compileFolder(folder)), 'hunter');
});

errors.run();
