import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ownParameters } from '../../src/cloudformation/parameters.js';
import { type Compiled, compile } from '../../src/compiler/index.js';
import { objectOr } from '../../src/language/json.js';
import { virtualProject } from '../../src/source/virtual.js';
import { examplesOf } from '../documents/blocks.js';
import { cases, compileFolder, fixtures } from '../golden.js';
import { fill, refusals } from '../oracle/asl-validator.js';
import { cfnLint, cloudFormationValidate, hasCfnLint } from '../validators.js';

const oracles = suite('what others say of everything that compiles');

const types = readdirSync(join(fixtures, 'states'));
const areas = ['compile', 'landscape', ...types.map((type) => `states/${type}`)];
const pages = ['docs/language.md', ...types.map((type) => `src/states/${type}/README.md`)];

const compiled = [
  ...areas.flatMap((area) =>
    cases(area).map((name): [string, Compiled] => [
      `${area}/${name}`,
      compileFolder(join(fixtures, area, name)),
    ]),
  ),
  ...pages.flatMap((page) =>
    examplesOf(readFileSync(join(fixtures, '..', page), 'utf8')).map(
      ({ plan, files }, index): [string, Compiled] => [
        `${page} ${index + 1}`,
        compile({ file: 'plan.yaml', text: plan, project: virtualProject(files) }),
      ],
    ),
  ),
];

const whole = compiled.flatMap(([name, { output }]) =>
  output === undefined ? [] : [[name, output] as const],
);
const templates = whole.map(([name, { template }]) => [name, template] as const);

oracles('there is much that compiles', () => assert.ok(whole.length > 40, String(whole.length)));

oracles('all parameters that plancc gives to stacks are in these templates', () => {
  const there = new Set(templates.flatMap(([, { Parameters }]) => Object.keys(objectOr(Parameters))));
  for (const id of Object.keys(ownParameters)) assert.ok(there.has(id), id);
});

for (const [name, { definition, substitutions }] of whole) {
  oracles(`asl-validator accepts the definition of ${name}`, () =>
    assert.equal(refusals(fill(definition, substitutions)), []),
  );
}

oracles('@aws/cloudformation-validate finds nothing in the templates', () =>
  assert.equal(cloudFormationValidate(templates), []),
);

if (hasCfnLint || process.env.CI === 'true') {
  oracles('cfn-lint finds nothing in the templates', () => assert.is(cfnLint(templates), ''));
} else {
  oracles.skip('cfn-lint finds nothing in the templates');
  console.log('skipped: cfn-lint is not installed');
}

oracles.run();
