import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { checkMocks, mockableOf } from '../../src/engines/local/mocks/check.js';
import { inEnvironment } from '../../src/engines/local/mocks/environment.js';
import { parameterIn } from '../../src/engines/local/mocks/mocks.js';
import { readMocks } from '../../src/engines/local/mocks/read.js';
import { objectOr } from '../../src/language/json.js';
import { diskProject } from '../../src/source/disk.js';
import { fixtures } from '../golden.js';

const landscape = suite('mocks of the landscape');

for (const name of ['database', 'webshop']) {
  const folder = join(fixtures, 'landscape', name);
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const { plan } = compile({ file: 'plan.yaml', text: text('plan.yaml'), project: diskProject(folder) });
  const { mocks, problems, document } = readMocks(text('mocks.yaml'));

  landscape(`those of ${name} are about its states and runners`, () => {
    assert.equal([...problems, ...checkMocks(document, mockableOf(plan!))], []);
  });

  landscape(`those of ${name} have every parameter of Systems Manager`, () => {
    for (const environment of ['dev', 'staging', 'production']) {
      const inThere = inEnvironment(mocks, environment);
      for (const { value } of plan!.parameters.values()) {
        const { Ssm } = objectOr(value.From);
        if (Ssm === undefined) continue;
        const named = String(Ssm).replace('${{ Environment }}', environment);
        assert.type(parameterIn(inThere, named), 'string', named);
      }
    }
  });
}

landscape.run();
