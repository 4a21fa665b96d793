import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../src/source/document.js';
import { refusals } from '../../test/oracle/asl-validator.js';
import type { Entry } from './judge.js';

/** Whether `asl-validator` refuses a definition; what it cannot read or dies of counts as refused. YAML is not its matter. */
export function refusedByAslValidator(folder: string, { file }: Entry): boolean | undefined {
  if (!file.endsWith('.json')) return undefined;
  try {
    return refusals(JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonObject).length > 0;
  } catch {
    return true;
  }
}
