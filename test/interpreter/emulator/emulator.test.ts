import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cases, type Ended, expectedOf } from './cases.js';
import { hasEmulator, runOnEmulator } from './emulator.js';

const emulator = suite('definitions on the emulator');

const isThere = hasEmulator();
const ended = new Map(isThere ? runOnEmulator(cases).map(({ name, ...one }) => [name, one]) : []);

for (const { name } of cases)
  (isThere ? emulator : emulator.skip)(name, () => {
    const { emulator: other, ...expected } = expectedOf(name);
    const found = withoutCause(ended.get(name)!);
    if (other === undefined) return assert.equal(found, withoutCause(expected));
    const { reason, ...differs } = other;
    assert.ok(reason.length > 10);
    assert.not.equal(found, withoutCause(expected), 'the difference is gone');
    assert.equal(found, differs);
  });

/** Each says what went wrong in its own words. */
const withoutCause = ({ cause: _, ...ended }: Partial<Ended>): Partial<Ended> => ended;

emulator.run();
