import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { codes } from '../../src/diagnostics/codes/index.js';
import { didYouMean, nearest } from '../../src/diagnostics/suggest.js';

const registry = suite('codes and suggestions');

registry('codes are in order of their numbers, each with a title of its own', () => {
  const all = Object.entries(codes);
  assert.equal(
    all.map(([code]) => code),
    Object.keys(codes).sort(),
  );
  for (const [code, { title }] of all) {
    assert.match(code, /^PLAN\d{4}$/);
    assert.match(title, /^[^A-Z.][^.]*$|^[A-Z]{2}|^[A-Z]\w+ /, `${code}: ${title}`);
  }
  const titles = all.map(([, { title }]) => title);
  assert.equal(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    [],
  );
});

registry('every code is provoked by a fixture or a test', () => {
  const root = join(import.meta.dirname, '../..');
  const text = ['fixtures', 'test']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(root, folder, name),
      ),
    )
    .filter((path) => /\.txt$|\.test\.ts$|hostile\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  assert.equal(
    Object.keys(codes).filter((code) => !text.includes(code)),
    [],
  );
});

registry('the nearest of several names', () => {
  assert.is(nearest('Endpont', ['Port', 'Endpoint', 'Endpoints']), 'Endpoint');
  assert.is(nearest('ENDPOINT', ['Endpoint']), 'Endpoint');
  assert.is(nearest('b', ['a', 'B']), 'B');
  assert.is(nearest('1', ['2', '3']), undefined);
  assert.is(nearest('O', ['And', 'Or']), 'Or');
  assert.is(nearest('Typo', ['Completely', 'Different']), undefined);
  assert.is(nearest('ab', ['ba']), 'ba');
  assert.is(
    didYouMean('Endpont', ['Endpoint', 'Port'], 'outputs'),
    'did you mean `Endpoint`? outputs: Endpoint, Port',
  );
  assert.is(didYouMean('x', ['Endpoint', 'Port'], 'outputs'), 'outputs: Endpoint, Port');
  assert.is(didYouMean('x', [], 'outputs'), undefined);
});

registry('one edit away from a long name is near, whatever the edit', () => {
  const name = fc.stringMatching(/^[a-z]{6,12}$/);
  fc.assert(
    fc.property(name, fc.nat(5), fc.constantFrom('drop', 'double', 'replace', 'swap'), (word, at, edit) => {
      const [a, b, rest] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
      const written = {
        drop: a + rest,
        double: a + b + b + rest,
        replace: `${a}_${rest}`,
        swap: a + rest.slice(0, 1) + b + rest.slice(1),
      }[edit];
      assert.is(nearest(written, [word]), word);
    }),
  );
});

registry.run();
