import type { Path } from '../../src/diagnostics/problem.js';
import type { Json } from '../../src/source/document.js';

/** A value and all that is in it, each with its path. */
export function* parts(value: Json, path: Path = []): Generator<readonly [Path, Json]> {
  yield [path, value];
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value))
    yield* parts(item, [...path, Array.isArray(value) ? Number(key) : key]);
}
