import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { json } from '../../src/diagnostics/formats/json.js';
import { locate } from '../../src/diagnostics/locate.js';
import { type Place, problem } from '../../src/diagnostics/problem.js';
import { readDocument } from '../../src/source/read.js';

const places = suite('places of diagnostics');

const text =
  'States:\n  "A b":\n    Type: cfn\n    List: [one, "t\\u0077o", &x { k: v }]\n  C: *x\n  D: !Sub "${E}"\n';
const documents = new Map([['plan.yaml', readDocument('plan.yaml', text)]]);

const wrong = (place: Place, reason = 'wrong') => problem('PLAN0001', place, { reason });

function source(place: Omit<Extract<Place, { path: unknown }>, 'file'>): string {
  const [found] = locate([wrong({ file: 'plan.yaml', ...place })], documents);
  return text.slice(found!.start!.offset, found!.end!.offset);
}

places('values, keys and spans', () => {
  assert.is(source({ path: ['States', 'A b', 'Type'] }), 'cfn');
  assert.is(source({ path: ['States', 'A b', 'Type'], on: 'key' }), 'Type');
  assert.is(source({ path: ['States', 'A b'], on: 'key' }), '"A b"');
  assert.is(source({ path: ['States', 'A b'], on: 'key', span: [2, 3] }), 'b');
  assert.is(source({ path: ['States', 'A b', 'List', 1], span: [1, 2] }), '\\u0077');
  assert.is(source({ path: ['States', 'A b', 'List', 1], span: [1, 3] }), '\\u0077o');
});

places('what an alias stands for is where its anchor is, its key is its own', () => {
  assert.is(source({ path: ['States', 'C', 'k'] }), 'v');
  assert.is(source({ path: ['States', 'C'], on: 'key' }), 'C');
});

places('a short tag is the key of its value', () => {
  assert.is(source({ path: ['States', 'D'] }), '!Sub "${E}"');
  assert.is(source({ path: ['States', 'D', 'Fn::Sub'], on: 'key' }), '!Sub');
  assert.is(source({ path: ['States', 'D', 'Fn::Sub'] }), '"${E}"');
  assert.is(source({ path: ['States', 'D', 'Fn::Sub'], span: [2, 3] }), 'E');
});

places('what is not there is placed at what is around it', () => {
  assert.is(source({ path: ['States', 'A b', 'List', 7] }), '[one, "t\\u0077o", &x { k: v }]');
  assert.is(source({ path: ['States', 'A b', 'Type', 'x', 'y'], on: 'key' }), 'cfn');
  assert.is(source({ path: [] }), text.trimEnd());
});

places('sorted by file and place, the same thing said once', () => {
  const found = locate(
    [
      wrong({ file: 'plan.yaml', path: ['States', 'C', 'k'] }),
      wrong({ file: 'plan.yaml', path: ['States', 'A b', 'List', 2, 'k'] }),
      wrong({ file: 'plan.yaml', path: ['States', 'A b', 'List', 2, 'k'] }, 'wrong in another way'),
      wrong({ file: 'plan.yaml', offset: [0, 6] }),
      wrong({ file: 'plan.yaml' }),
      wrong({ file: 'other.yaml', path: ['A'] }),
    ],
    documents,
  );
  assert.equal(
    found.map(({ file, start, message }) => [file, start?.offset, message]),
    [
      ['other.yaml', undefined, 'wrong'],
      ['plan.yaml', undefined, 'wrong'],
      ['plan.yaml', 0, 'wrong'],
      ['plan.yaml', text.indexOf('v }'), 'wrong'],
      ['plan.yaml', text.indexOf('v }'), 'wrong in another way'],
    ],
  );
});

places('lines and columns are those that splitting the text gives', () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .map((part) => part.replaceAll(/[\r\n\uFEFF]/g, ''));
  const lines = fc.array(line, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n'), fc.nat(), (parts, lineBreak, any) => {
      const row = any % parts.length;
      const characters = [...parts[row]!];
      const column = any % (characters.length + 1);
      const before = parts.slice(0, row).map((part) => part + lineBreak);
      const utf16Column = characters.slice(0, column).join('').length + 1;
      const offset = before.join('').length + utf16Column - 1;
      const all = parts.join(lineBreak);
      const [found] = locate(
        [wrong({ file: 'a', offset: [offset, offset] })],
        new Map([['a', { text: all, range: () => [0, 0] as const }]]),
      );
      assert.equal(found!.start, { line: row + 1, column: column + 1, utf16Column, offset });
      assert.is(found!.excerpt, parts[row]);
    }),
  );
});

places('the form for machines', () => {
  const related = [{ place: { file: 'other.yaml' }, message: 'see there' }];
  const found = problem(
    'PLAN0001',
    { file: 'plan.yaml', offset: [0, 6] },
    { reason: 'wrong' },
    { help: 'h', related },
  );
  assert.is(
    JSON.stringify(json(locate([found, wrong({ file: 'plan.yaml' })], documents)), null, 1).replaceAll(
      /\s+/g,
      ' ',
    ),
    '[ { "code": "PLAN0001", "alias": "INVALID_JSON_DESCRIPTION", "severity": "error", "message": "wrong", "file": "plan.yaml" }, ' +
      '{ "code": "PLAN0001", "alias": "INVALID_JSON_DESCRIPTION", "severity": "error", "message": "wrong", "help": "h", "file": "plan.yaml", ' +
      '"start": { "line": 1, "column": 1, "offset": 0 }, "end": { "line": 1, "column": 7, "offset": 6 }, ' +
      '"related": [ { "message": "see there", "file": "other.yaml" } ] } ]',
  );
});

places.run();
