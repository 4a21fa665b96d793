import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handler } from '../src/index.mjs';

test('adds the tax', async () => {
  assert.deepEqual(await handler({ cents: 1000, taxPercent: 19 }), { cents: 1190 });
});

test('rounds to whole cents', async () => {
  assert.deepEqual(await handler({ cents: 99, taxPercent: 7 }), { cents: 106 });
});
