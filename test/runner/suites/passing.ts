import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const passing = suite('passing');
passing('holds', () => assert.is(1 + 1, 2));
passing('holds as well', () => assert.ok(import.meta.url.endsWith('/test/runner/suites/passing.ts')));
passing.skip('is left out', () => assert.unreachable());
passing.run();
