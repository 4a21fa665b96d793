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

const asExpected = ['as-expected', 'jsonata'];

for (const name of readdirSync(folder).filter((entry) => entry !== 'expected')) {
  golden(name, () => {
    const { status, stdout, stderr } = simulated(name);
    matches(join(expected, `${name}.txt`), `${stdout}${stderr}`);
    assert.is(status, asExpected.includes(name) ? 0 : 1);
  });
}

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
  const { status, stdout } = plancc(['simulate', '..', '--cases', 'simulations.yaml'], {
    cwd: join(folder, 'as-expected/templates/..', 'templates'),
  });
  assert.is(status, 1, 'there is none in that folder');
  assert.is(stdout, '');
  const there = plancc(['simulate', '..', '--cases', '../simulations.yaml'], {
    cwd: join(folder, 'as-expected/templates'),
  });
  assert.is(there.status, 0, there.stderr);
});

golden.run();
