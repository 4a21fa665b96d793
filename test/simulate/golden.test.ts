import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plancc } from '../cli/plancc.js';
import { fixtures, matches } from '../golden.js';

const golden = suite('simulations of plans');

const folder = join(fixtures, 'simulate');
const expected = join(folder, 'expected');
const simulated = (name: string, ...words: readonly string[]) =>
  plancc(['simulate', name, ...words], { cwd: folder });

const asExpected = ['as-expected', 'distributed', 'jsonata'];

for (const name of readdirSync(folder).filter((entry) => entry !== 'expected')) {
  golden(name, () => {
    const { status, stdout, stderr } = simulated(name);
    matches(join(expected, `${name}.txt`), `${stdout}${stderr}`);
    assert.is(status, asExpected.includes(name) ? 0 : 1);
  });
}

golden('the cases of the landscape are as expected', () => {
  for (const name of ['database', 'webshop']) {
    const { status, stderr } = plancc(['simulate', join(fixtures, 'landscape', name)]);
    assert.is(status, 0, stderr);
  }
});

golden('one environment, with the way and the payload', () => {
  const { status, stdout, stderr } = simulated('jsonata', '--env', 'production');
  assert.is(status, 1);
  assert.match(stdout, /^ {2}0 s {2}Count {2}\(fails with MockMissing: there is no AWS here/);
  assert.match(stderr, /help: say what `Count` comes to, in mocks\.yaml/);
});

golden('the same simulations give the same bytes', () => {
  const [one, other] = [simulated('as-expected', '--json'), simulated('as-expected', '--json')];
  assert.is(one.stdout, other.stdout);
  const { cases } = JSON.parse(one.stdout);
  assert.equal(
    cases.map(({ passed }: { passed: boolean }) => passed),
    [true, true, true, true, true],
  );
});

golden('a file of cases by its name, from where one is', () => {
  const cwd = join(folder, 'as-expected/templates');
  const { status, stdout, stderr } = plancc(['simulate', '..', '--cases', 'simulations.yaml'], { cwd });
  assert.is(status, 1);
  assert.is(stdout, '');
  assert.match(stderr, /^simulations\.yaml: error\[PLAN7065\]: the file of the simulations cannot be read/);
  const there = plancc(['simulate', '..', '--cases', '../simulations.yaml'], { cwd });
  assert.is(there.status, 0, there.stderr);
});

golden.run();
