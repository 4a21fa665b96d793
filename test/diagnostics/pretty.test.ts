import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pretty } from '../../src/diagnostics/formats/pretty.js';
import { locate } from '../../src/diagnostics/locate.js';
import { type Extra, problem } from '../../src/diagnostics/problem.js';
import { readDocument } from '../../src/source/read.js';

const shown = suite('diagnostics for people');

/** The text with one place between `«` and `»`, and what is shown of an error there. */
function at(marked: string, extra: Extra = {}, colour = false): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const place = { file: 'plan.yaml', offset: [start, end] } as const;
  const found = problem('PLAN0001', place, { reason: 'something is wrong' }, extra);
  return pretty(locate([found], new Map([['plan.yaml', readDocument('plan.yaml', text)]])), colour);
}

/** The line of source and the carets under it. */
const frame = (marked: string): string => at(marked).split('\n').slice(2, 4).join('\n');

shown('an error with its frame, related places and advice', () => {
  const related = [{ place: { file: 'plan.yaml', offset: [0, 4] }, message: 'the other one' }] as const;
  assert.is(
    at('Name: shop\nStates:\n  A: «text» # note\n', { help: 'correct it', related }),
    [
      'plan.yaml:3:6: error[PLAN0001]: something is wrong',
      '  |',
      '3 |   A: text # note',
      '  |      ^^^^',
      '  = note: plan.yaml:1:1: the other one',
      '  = help: correct it',
      '',
    ].join('\n'),
  );
});

shown('the margin is as wide as the line number', () => {
  assert.is(
    at(`${'\n'.repeat(99)}a: «b»\n`),
    'plan.yaml:100:4: error[PLAN0001]: something is wrong\n    |\n100 | a: b\n    |    ^\n',
  );
});

shown('a place over several lines shows the first of them', () => {
  assert.is(frame('a: «|\n  b\n  c»\n'), '1 | a: |\n  |    ^');
  assert.is(frame('«a: 1\nb: 2»\n'), '1 | a: 1\n  | ^^^^');
});

shown('an empty place has one caret, also at the end of the file', () => {
  assert.is(frame('a: «»b\n'), '1 | a: b\n  |    ^');
  assert.is(frame('a: b«»'), '1 | a: b\n  |     ^');
});

shown('carets stand right after tabs, wide and combining characters', () => {
  assert.is(frame('a:\t«b»'), '1 | a:    b\n  |       ^');
  assert.is(frame('漢字: «かな» x'), '1 | 漢字: かな x\n  |       ^^^^');
  assert.is(frame('e\u0301a\u0308: «n\u0303o»'), '1 | e\u0301a\u0308: n\u0303o\n  |     ^^');
  assert.is(frame('👩‍👩‍👧 🎉: «b»'), '1 | 👩‍👩‍👧 🎉: b\n  |        ^');
});

shown('columns count code points', () => {
  assert.match(at('🎉: «b»'), /^plan\.yaml:1:4:/);
});

shown('CRLF is no part of the line', () => {
  assert.is(frame('a: «b»\r\nc: d\r\n'), '1 | a: b\n  |    ^');
  assert.is(frame('«a:\r\n  c»: d\r\n'), '1 | a:\n  | ^^');
});

shown('long lines are cut around the place', () => {
  const long = frame(`a: ${'x'.repeat(300)} «here» ${'y'.repeat(300)}`);
  const [line, carets] = long.split('\n') as [string, string];
  assert.ok(line.length < 110, line);
  assert.match(line, /^1 \| …x+ here y+…$/);
  assert.is(carets.indexOf('^'), line.indexOf('here'));
  assert.is(carets.trimEnd().length, line.indexOf('here') + 'here'.length);
  assert.match(frame(`«${'x'.repeat(300)}»`), /^1 \| x{80}…\n {2}\| \^{80}$/);
  assert.match(frame(`${'x'.repeat(300)}«y»`), /^1 \| …x{99}y\n {2}\| {101}\^$/);
  assert.match(frame(`«y»${'x'.repeat(300)}`), /^1 \| yx{99}…\n {2}\| \^$/);
});

shown('a line of millions of characters takes no time', () => {
  const line = `a: "${'é'.repeat(3_000_000)}`;
  assert.match(frame(`${line}«"»`), /^1 \| …é{99}"\n {2}\| {101}\^$/);
});

shown('nothing from the file or the message moves the cursor', () => {
  const hostile = frame('a: «\x1b[31m\x07\u202e\u0085b»');
  assert.is(hostile, '1 | a: ␛[31m␇\ufffd\ufffdb\n  |    ^^^^^^^^^');
  const place = { file: 'a\nb.yaml' };
  const found = problem('PLAN0001', place, { reason: 'a\x1b[2J\nb' }, { help: 'c\rd' });
  assert.is(pretty(locate([found], new Map())), 'a␊b.yaml: error[PLAN0001]: a␛[2J␊b\n  = help: c␍d\n');
});

shown('colours only when asked for', () => {
  assert.not.match(at('a: «b»'), '\x1b');
  const colourful = at('a: «b»', { help: 'c' }, true);
  assert.match(colourful, '\x1b[1;31merror[PLAN0001]\x1b[0m: ');
  assert.match(colourful, '\x1b[1;31m    ^\x1b[0m');
  // Without them it is the same text.
  const parts = colourful.split('\x1b').map((part) => part.replace(/^\[[\d;]*m/, ''));
  assert.is(parts.join(''), at('a: «b»', { help: 'c' }));
});

shown('several are parted by an empty line, none are nothing', () => {
  const one = problem('PLAN0001', { file: 'a.yaml' }, { reason: 'one' });
  const two = problem('PLAN0019', { file: 'b.yaml' }, { number: '01', read: 1 });
  assert.is(
    pretty(locate([two, one], new Map())),
    'a.yaml: error[PLAN0001]: one\n\nb.yaml: warning[PLAN0019]: `01` is read as the number 1, without the leading zeros\n',
  );
  assert.is(pretty([]), '');
});

shown.run();
