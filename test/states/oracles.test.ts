import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Compiled, compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { cases, compileFolder, fixtures } from '../golden.js';
import { fill, refusals } from '../oracle/asl-validator.js';
import { cloudFormationValidate } from '../validators.js';
import { examples } from './readme.js';

const oracles = suite('what others say of plans with each state type');

const readme = (type: string) =>
  readFileSync(new URL(`../../src/states/${type}/README.md`, import.meta.url), 'utf8');

const compiled = readdirSync(join(fixtures, 'states')).flatMap((type): [string, Compiled][] => [
  ...cases(`states/${type}`).map((name): [string, Compiled] => [
    `${type}/${name}`,
    compileFolder(join(fixtures, 'states', type, name)),
  ]),
  ...examples(readme(type)).map(({ plan, files }, index): [string, Compiled] => [
    `${type}/README ${index + 1}`,
    compile({ file: 'plan.yaml', text: plan, project: virtualProject(files) }),
  ]),
]);

const whole = compiled.flatMap(([name, { output }]) =>
  output === undefined ? [] : [[name, output] as const],
);

for (const [name, { definition, substitutions }] of whole) {
  oracles(`asl-validator accepts the definition of ${name}`, () =>
    assert.equal(refusals(fill(definition, substitutions)), []),
  );
}

oracles('@aws/cloudformation-validate finds nothing in the templates', () => {
  assert.ok(whole.length > 20);
  assert.equal(cloudFormationValidate(whole.map(([name, { template }]) => [name, template])), []);
});

oracles.run();
