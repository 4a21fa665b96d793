import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hasErrors } from '../../src/diagnostics/problem.js';
import { cases, compileFolder, fixtures, matches, shown } from '../golden.js';

const warnings = suite('plans with a warning');

for (const name of cases('warnings')) {
  warnings(name, () => {
    const folder = join(fixtures, 'warnings', name);
    const compiled = compileFolder(folder);
    assert.ok(compiled.problems.some(({ code }) => name.startsWith(code)));
    assert.not(hasErrors(compiled.problems));
    assert.ok(compiled.output !== undefined, 'it compiles all the same');
    matches(join(folder, 'expected.txt'), shown(compiled));
  });
}

warnings.run();
