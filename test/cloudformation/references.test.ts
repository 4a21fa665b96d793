import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { eachReference, refersTo } from '../../src/cloudformation/references.js';
import type { Json } from '../../src/source/document.js';

const references = suite('references of templates');

/** Each as its kind, name, the path of its text, and what the span cuts out of it. */
function found(value: Json): readonly string[] {
  const lines: string[] = [];
  eachReference(
    value,
    ({ kind, name, path, span }) => {
      const text = path.slice(1).reduce((at, key) => (at as never)[key], value as unknown) as string;
      lines.push(`${kind} ${name} at ${path.join('/')}: ${span === undefined ? text : text.slice(...span)}`);
    },
    ['x'],
  );
  return lines;
}

references('are found in every function that names something', () => {
  assert.equal(
    found([
      { Ref: 'A' },
      { 'Fn::GetAtt': ['B', 'Arn'] },
      { 'Fn::GetAtt': 'C.Arn' },
      { 'Fn::Sub': 'x ${D} ${ E.Arn } ${!F} ${G' },
      { 'Fn::Sub': ['${own}${H}', { own: { Ref: 'I' } }] },
      { 'Fn::If': ['J', { Ref: 'K' }, 'k'] },
      { 'Fn::Join': ['', ['a', { Ref: 'L' }]] },
    ]),
    [
      'value A at x/0/Ref: A',
      'attribute B at x/1/Fn::GetAtt/0: B',
      'attribute C at x/2/Fn::GetAtt: C',
      'value D at x/3/Fn::Sub: D',
      'attribute E at x/3/Fn::Sub: E',
      'value I at x/4/Fn::Sub/1/own/Ref: I',
      'value H at x/4/Fn::Sub/0: H',
      'value K at x/5/Fn::If/1/Ref: K',
      'condition J at x/5/Fn::If/0: J',
      'value L at x/6/Fn::Join/1/1/Ref: L',
    ],
  );
});

references('are not taken from what only looks like a function', () => {
  assert.equal(found({ a: { Ref: 'A', other: 1 }, b: { Ref: 1 }, c: '${C}', d: { 'Fn::GetAtt': [] } }), []);
});

references('tell whether a value points at a name', () => {
  assert.ok(refersTo({ a: [{ 'Fn::Sub': 'arn:${Machine.Name}/*' }] }, 'Machine'));
  assert.not(refersTo({ a: [{ 'Fn::Sub': 'arn:${Machines}' }] }, 'Machine'));
});

references.run();
