import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stringify, type ToStringOptions } from 'yaml';
import type { Fix, Path } from '../../src/diagnostics/problem.js';
import { fixedDocument } from '../../src/source/edit.js';
import { readDocument } from '../../src/source/read.js';

const edit = suite('fixes of a text');

const file = 'plan.yaml';
const fixed = (text: string, path: Path, meant: Fix['text'], more: object = {}, name = file) =>
  fixedDocument(readDocument(name, text), [{ place: { file: name, path, ...more }, text: meant }])?.text;
const key = { on: 'key' };

edit('values and keys keep their quotes, and what is beside them', () => {
  const cases: readonly (readonly [
    text: string,
    path: Path,
    meant: Fix['text'],
    more: object,
    now: string,
  ])[] = [
    ['A: x # y\r\n', ['A'], 'z', {}, 'A: z # y\r\n'],
    ['A: "x"\n', ['A'], 'z"', {}, 'A: "z\\""\n'],
    ["A: 'x'\n", ['A'], "z'", {}, "A: 'z'''\n"],
    ['A: x\n', ['A'], 'true', {}, 'A: "true"\n'],
    ['A: x\n', ['A'], 'a: b', {}, 'A: "a: b"\n'],
    ['A: 8080\n', ['A'], '8080', {}, 'A: "8080"\n'],
    ['A: 1.0\n', ['A'], '1.0.0', {}, 'A: 1.0.0\n'],
    ['A: "15"\n', ['A'], 15, {}, 'A: 15\n'],
    ['A: yes\n', ['A'], true, {}, 'A: true\n'],
    ['{ a: 1, b: 2 }\n', ['a'], 'A', key, '{ A: 1, b: 2 }\n'],
    ['"a" : 1\n', ['a'], 'A', key, '"A" : 1\n'],
    ['- [x, { "k": [y] }]\n', [0, 1, 'k', 0], 'z', {}, '- [x, { "k": [z] }]\n'],
    [
      'A: pre ${{ States.Dbb.X }} post\n',
      ['A'],
      'Db',
      { span: [15, 18] },
      'A: pre ${{ States.Db.X }} post\n',
    ],
    ['A: |\n  one ${{ Envv }}\n  two\n', ['A'], 'Env', { span: [8, 12] }, 'A: |\n  one ${{ Env }}\n  two\n'],
  ];
  for (const [text, path, meant, more, now] of cases) assert.is(fixed(text, path, meant, more), now, text);
  assert.is(fixed('{"Version": 1.0}', ['Version'], '1.0.0', {}, 'plan.json'), '{"Version": "1.0.0"}');
});

edit('what would change anything else is left alone', () => {
  const cases: readonly (readonly [text: string, path: Path, meant: Fix['text'], more: object])[] = [
    ['A: &x foo\nB: *x\n', ['B'], 'bar', {}],
    ['A: &x { k: foo }\nB: { <<: *x }\n', ['B', 'k'], 'bar', {}],
    ['a: 1\nA: 2\n', ['a'], 'A', key],
    ['A: |\n  x\n', ['A'], 'a\nb', {}],
    ['A: x\n', ['B', 'C'], 'y', {}],
  ];
  for (const [text, path, meant, more] of cases) assert.is(fixed(text, path, meant, more), undefined, text);
});

edit('a stretch of the text is replaced as it is, if it can be read then', () => {
  const at = (text: string, offset: readonly [number, number], meant: string) =>
    fixedDocument(readDocument(file, text), [{ place: { file, offset }, text: meant }])?.text;
  assert.is(at('A: [ ${{ x }} ]\n', [5, 13], '"${{ x }}"'), 'A: [ "${{ x }}" ]\n');
  assert.is(at('A:\u00a0x\n', [2, 3], ' '), 'A: x\n');
  assert.is(at('A: x\n', [3, 4], '['), undefined);
});

edit('several at once, from the last to the first', () => {
  const document = readDocument(file, 'a: { b: x, c: y }\n');
  const fixes: readonly Fix[] = [
    { place: { file, path: ['a', 'c'] }, text: 2 },
    { place: { file, path: ['a', 'b'], on: 'key' }, text: 'B' },
    { place: { file, path: ['a'], on: 'key' }, text: 'A' },
  ];
  assert.is(fixedDocument(document, fixes)?.text, 'A: { B: x, c: 2 }\n');
  assert.equal(fixedDocument(document, [])?.value, document.value);
});

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const object = fc.dictionary(fc.string({ minLength: 1 }), scalar, {
  minKeys: 1,
  maxKeys: 4,
  noNullPrototype: true,
});
const style = fc.constantFrom<ToStringOptions>(
  {},
  { collectionStyle: 'flow' },
  { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' },
  { defaultStringType: 'QUOTE_DOUBLE' },
);

edit(
  'whatever is written in whatever style, the value is the one that was meant, or nothing is changed',
  () => {
    let done = 0;
    fc.assert(
      fc.property(object, style, fc.nat(), scalar, (value, options, which, meant) => {
        const text = stringify(value, options);
        const document = readDocument(file, text);
        const name = Object.keys(value)[which % Object.keys(value).length]!;
        const now = fixedDocument(document, [{ place: { file, path: [name] }, text: meant }]);
        if (now === undefined || document.value === undefined) return;
        done++;
        assert.equal(now.value, { ...value, [name]: meant });
      }),
    );
    assert.ok(done > 30);
  },
);

edit.run();
