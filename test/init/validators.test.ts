import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { objectOr } from '../../src/language/json.js';
import { diskProject } from '../../src/source/disk.js';
import { readDocument } from '../../src/source/read.js';
import { fill, refusals } from '../oracle/asl-validator.js';
import { cfnLint, cloudFormationValidate, hasCfnLint } from '../validators.js';

const validators = suite('what others say of the templates of plancc init');

const root = join(import.meta.dirname, '../../templates');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file));

const plans = files
  .filter((file) => file.endsWith('plan.yaml'))
  .map((file) => {
    const project = diskProject(dirname(file));
    const { output } = compile({ file: 'plan.yaml', text: readFileSync(file, 'utf8'), project });
    return [dirname(file).slice(root.length + 1), output!] as const;
  });
const stacks = plans.map(([name, { template }]) => [name, template] as const);

const templates = files
  .filter((file) => file.endsWith('.yaml') && !/(plan|mocks)\.yaml$/.test(file))
  .map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')] as const)
  .map(([name, text]) => [name, objectOr(readDocument(name, text).value)] as const);

validators('there are plans and templates', () => {
  assert.equal([plans.length, templates.length], [8, 6]);
});

for (const [name, { definition, substitutions }] of plans) {
  validators(`asl-validator accepts the definition of ${name}`, () =>
    assert.equal(refusals(fill(definition, substitutions)), []),
  );
}

// W3002 says that code has to be packaged first, which is what plancc does.
const packaged = /\bW3002\b/;

const all = [...stacks, ...templates];

validators('@aws/cloudformation-validate finds nothing', () => {
  assert.equal(
    cloudFormationValidate(all).filter((line) => !packaged.test(line)),
    [],
  );
});

if (hasCfnLint || process.env.CI === 'true') {
  validators('cfn-lint finds nothing', () => {
    const found = cfnLint(all).replace(/^W3002 .*\n.*\n\n?/m, '');
    assert.is(found, '');
  });
} else {
  validators.skip('cfn-lint finds nothing');
  console.log('skipped: cfn-lint is not installed');
}

validators.run();
