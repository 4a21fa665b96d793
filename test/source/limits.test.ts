import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocument } from '../../src/source/read.js';

const limits = suite('limits of a text');

const codesOf = (text: string): readonly string[] =>
  readDocument('plan.yaml', text).problems.map(({ code }) => code);

limits('more than 4 MiB are not read', () => {
  const document = readDocument('plan.yaml', `a: "${'x'.repeat(10_000_000)}"`);
  assert.is(document.value, undefined);
  assert.equal(
    document.problems.map(({ message }) => message),
    ['the file is larger than 4 MiB, the most that is read'],
  );
});

limits('nesting that exhausts any stack', () => {
  for (const part of ['[', '{', '{a: ', '- ', '? ', '[ ? '])
    assert.equal(codesOf(part.repeat(100_000)), ['PLAN0009']);
  const indented = Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
  assert.equal(codesOf(indented), ['PLAN0009']);
  assert.equal(codesOf(indented.replaceAll('a:', '-')), ['PLAN0009']);
});

limits('nesting up to the limit is read', () => {
  const text = `${'['.repeat(200)}${']'.repeat(200)}`;
  assert.is(JSON.stringify(readDocument('plan.yaml', text).value), text);
  assert.equal(codesOf(`[${text}]`), ['PLAN0009']);
});

limits('merges of a large map count like its aliases', () => {
  const keys = Array.from({ length: 1000 }, (_, index) => `k${index}: 1`).join(', ');
  const merges = (count: number) => `a: &a { ${keys} }\nb:\n${'  - { <<: *a }\n'.repeat(count)}`;
  assert.equal(codesOf(merges(400)), []);
  assert.equal(codesOf(merges(600)), ['PLAN0008']);
});

limits('texts of nothing but signs are not read to their end', () => {
  assert.equal(codesOf('a:\n'.repeat(1_000_000)), ['PLAN0024']);
  assert.equal(codesOf(']'.repeat(4_000_000)), ['PLAN0024']);
});

limits('as many mistakes as are read take seconds', () => {
  // Of the processor: other tests run at the same time.
  const before = process.cpuUsage();
  assert.equal(codesOf('&a '.repeat(450_000)), ['PLAN0001']);
  assert.ok(process.cpuUsage(before).user < 5_000_000);
});

limits('a hundred problems are enough', () => {
  assert.is(codesOf('a: 1\n'.repeat(1000)).length, 100);
  assert.is(codesOf(`[${'${{ a }}, '.repeat(1000)}]`).length, 100);
  assert.is(codesOf('- *a\n'.repeat(1000)).length, 100);
});

limits.run();
