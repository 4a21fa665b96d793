import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonProblem } from '../../src/source/json-problem.js';
import { readDocument } from '../../src/source/read.js';

const json = suite('texts that are no JSON');

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '\\',
  '/',
  '//',
  '#',
  'NaN',
  '-',
  '0',
  '.',
  'e',
  ' ',
  '\n',
  '\t',
  'null',
  '\0',
];
const changed = fc
  .tuple(fc.json(), fc.nat(), fc.nat(3), fc.constantFrom('', ...pieces))
  .map(([text, any, removed, added]) => {
    const at = any % (text.length + 1);
    return text.slice(0, at) + added + text.slice(at + removed);
  });

json('each has a place and a reason, and JSON has neither', () => {
  fc.assert(
    fc.property(changed, (text) => {
      const found = jsonProblem('a.json', text);
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      assert.is(found === undefined, valid, text);
      if (found === undefined) return;
      const [start, end] = 'offset' in found.place ? found.place.offset : [-1, -1];
      assert.ok(0 <= start && start <= end && end <= text.length, text);
      assert.not.match(found.message, 'ends where the end', text);
    }),
    { numRuns: 2000 },
  );
});

json('a file says by its name that it is JSON', () => {
  const codes = (file: string, text: string) => readDocument(file, text).problems.map(({ code }) => code);
  assert.equal(codes('plan.json', 'a: 1'), ['PLAN0023']);
  assert.equal(codes('plan.yaml', 'a: 1'), []);
  assert.equal(codes('plan.json', `"${'x'.repeat(4_000_000)}",`), ['PLAN0023']);
});

json.run();
