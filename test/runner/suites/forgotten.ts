import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const forgotten = suite('forgotten');
forgotten('is never run: the last line is missing', () => assert.is(1 + 1, 3));
