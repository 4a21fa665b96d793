import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const verbose = suite('verbose');
verbose('prints a thousand lines', () => {
  for (let line = 1; line <= 1000; line++) console.log(`line ${line}`);
  assert.unreachable();
});
verbose.run();
