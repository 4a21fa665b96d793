import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fitted, textWidth, wrapped } from '../../src/graph/text.js';

const texts = suite('text that has to find room');

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 90 }),
  fc.string({
    unit: fc.constantFrom('a', 'W', ' ', '-', '漢', 'é', 'e\u0301', '👩‍👩‍👧‍👦', '.'),
    maxLength: 90,
  }),
);

texts('no line is wider than the room, and the text is all there when there are lines enough', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 300 }), (text, room) => {
      const few = wrapped(text, room, 14, 3);
      assert.ok(few.length <= 3);
      for (const line of few) assert.ok(textWidth(line, 14) <= room, line);
      const all = wrapped(text, room, 14, 200);
      assert.is(all.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
    }),
  );
});

texts('what is cut is cut between characters, and says so', () => {
  assert.is(fitted('short', 100, 12), 'short');
  assert.is(fitted('State machine', 60, 12), 'State m…');
  assert.is(fitted('e\u0301'.repeat(20), 40, 12), `${'e\u0301'.repeat(4)}…`);
  assert.equal(wrapped('Copy the tables to the other account', 120, 14, 3), [
    'Copy the tables',
    'to the other',
    'account',
  ]);
  assert.equal(wrapped('deploy-the-database-cluster', 120, 14, 2), ['deploy-the-', 'database-cluster']);
});

texts.run();
