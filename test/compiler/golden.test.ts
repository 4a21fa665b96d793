import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cases, compileFolder, fixtures, matches, shown } from '../golden.js';

const golden = suite('compiled plans');

for (const area of ['compile', 'landscape']) {
  for (const name of cases(area)) {
    golden(`${area}/${name}`, () => {
      const folder = join(fixtures, area, name);
      const compiled = compileFolder(folder);
      assert.is(shown(compiled), '');
      for (const { path, text } of compiled.output!.parts) {
        matches(join(fixtures, area, 'expected', name, path.replace('plan/', '')), text);
      }
    });
  }
}

golden.run();
