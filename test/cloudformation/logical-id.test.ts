import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { logicalId, runnerIds } from '../../src/cloudformation/logical-id.js';

const ids = suite('logical ids');

ids('keep a name that is one already', () => {
  assert.is(logicalId('Parameter', 'DbClass'), 'ParameterDbClass');
});

ids('are letters and digits, at most 255, and differ where names differ', () => {
  const name = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('a-b', 'ab', 'a b', 'A'),
  );
  fc.assert(
    fc.property(name, name, (a, b) => {
      const id = logicalId('P', a);
      assert.match(id, /^[A-Za-z0-9]{1,255}$/);
      assert.is(logicalId('P', a), id);
      if (a !== b) assert.is.not(logicalId('P', b), id);
    }),
  );
  assert.ok(logicalId('P', 'A'.repeat(1000)).length < 255);
});

ids('of the parts of runners never meet, however these are called', () => {
  const parts = Object.values(runnerIds('X')).map((id) => id.replace('PlanccRunnerX', ''));
  const names = ['X', ...parts, ...parts.map((part) => `X${part}`), ...parts.map((part) => `XDead${part}`)];
  const all = names.flatMap((name) => Object.values(runnerIds(name)));
  assert.is(new Set(all).size, all.length);
});

ids.run();
