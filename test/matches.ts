import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as assert from 'uvu/assert';

/** Compares with a committed file; `UPDATE=1` writes it instead, to be read in the diff. */
export function matches(file: string, actual: string): void {
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `${file} is missing; UPDATE=1 writes it`);
  assert.fixture(actual, readFileSync(file, 'utf8'), file);
}
