import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const crashing = suite('crashing');
crashing('holds', () => assert.is(1 + 1, 2));
crashing.run();
setTimeout(() => {
  throw new Error('after the tests');
}, 50);
